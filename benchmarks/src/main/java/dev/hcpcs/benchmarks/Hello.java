package dev.hcpcs.benchmarks;

/** The least that a Java process can do. */
public final class Hello {

    private Hello() {
    }

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
