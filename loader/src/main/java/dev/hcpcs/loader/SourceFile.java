package dev.hcpcs.loader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that may be a release, with its bytes.
 *
 * @param name      the file's own name, without folders
 * @param container the name of the ZIP it was in; blank where it was in none
 * @param location  the path as the user gave it, with the ZIP's entry behind {@code !}
 * @param bytes     all of it; release files have a few megabytes
 */
record SourceFile(String name, String container, String location, byte[] bytes) {

    /** How messages on its content name it. */
    String title() {
        return container.isEmpty() ? name : container + "!" + name;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
