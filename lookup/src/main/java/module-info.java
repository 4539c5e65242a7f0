/** HCPCS Level II codes as they were on any date: the model and the immutable in-memory index. */
@SuppressWarnings("requires-automatic")
module dev.hcpcs.lookup {
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;
    // For dev.hcpcs.lookup.micrometer alone, which nothing else loads.
    requires static micrometer.core;

    exports dev.hcpcs.lookup;
    exports dev.hcpcs.lookup.micrometer;
    exports dev.hcpcs.lookup.search;
}
