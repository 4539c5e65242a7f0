module com.example.consumer {
    requires dev.hcpcs.lookup;
}
