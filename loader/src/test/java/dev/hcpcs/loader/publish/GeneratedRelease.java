package dev.hcpcs.loader.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Writes sound releases of any size in CMS's text layout: the codes A0000, A0001 and so on. */
public final class GeneratedRelease {

    private GeneratedRelease() {
    }

    /**
     * Writes a release.
     *
     * @param quarter as its file name has it, {@code 2024_JAN}
     * @param changed how many of the codes, from the first on, have the other description
     * @return its file, which replaces one of the same quarter
     */
    public static Path write(Path folder, String quarter, int codes, int changed) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < codes; number++) {
            String description = number < changed ? "Another thing" : "Supply of a thing";
            text.append(line(String.format(Locale.ROOT, "A%04d", number), description)).append("\r\n");
        }
        return Files.writeString(folder.resolve("HCPC" + quarter + "_ANWEB.txt"), text);
    }

    private static String line(String code, String description) {
        char[] line = new char[320];
        Arrays.fill(line, ' ');
        put(line, 1, code + "00100" + "3" + description);
        put(line, 92, description);
        put(line, 120, "57");
        put(line, 128, "A");
        put(line, 230, "C");
        put(line, 257, "D1A");
        put(line, 261, "9");
        put(line, 269, "20000101" + "20000101");
        put(line, 293, "N");
        return new String(line);
    }

    private static void put(char[] line, int position, String value) {
        value.getChars(0, value.length(), line, position - 1);
    }
}
