package dev.hcpcs.loader;

/**
 * A file that may be a release, with its bytes.
 *
 * @param name      the file's own name, without folders
 * @param container the name of the ZIP it was in; blank where it was in none
 * @param location  the path as the user gave it, with the ZIP's entry behind {@code !}
 * @param bytes     all of it; release files have a few megabytes
 * @param limits    to what comes of the bytes
 */
record SourceFile(String name, String container, String location, byte[] bytes, ReadLimits limits) {

    /** How messages on its content name it. */
    String title() {
        return container.isEmpty() ? name : container + "!" + name;
    }

    String sha256() {
        return Sha256.of(bytes);
    }
}
