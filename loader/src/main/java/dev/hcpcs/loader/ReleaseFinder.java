package dev.hcpcs.loader;

import dev.hcpcs.loader.ReleaseName.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the files that can be releases in what a user names: a file, a ZIP, or a folder of these.
 *
 * <p>A file that is named itself is taken whatever its name. In a ZIP or folder those named as CMS names releases count;
 * where there are none, those not named like a companion (a transaction report, processing notes and so on).
 */
final class ReleaseFinder {

    /** Ten times the largest release; a ZIP entry beyond this is no release, and would only fill the memory. */
    private static final int LARGEST_FILE = 64 << 20;

    private ReleaseFinder() {
    }

    /** @return in order of path, at least one */
    static List<SourceFile> find(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        if (!Files.exists(path)) {
            throw new ReleaseException(path + " does not exist");
        }
        Format format = new ReleaseName(simpleName(path)).format().orElseThrow(() -> new ReleaseException(path
                + " is no release file: its name must end in .txt, .xlsx, .xls, .csv or .zip"));
        if (format != Format.ZIP) {
            return List.of(read(path));
        }
        List<SourceFile> found = inZip(path);
        if (found.isEmpty()) {
            throw new ReleaseException(path + " holds no release, which would be a .txt, .xlsx, .xls or .csv named like"
                    + " HCPC2026_OCT_ANWEB.txt; it holds " + entryNames(path));
        }
        return found;
    }

    private static List<SourceFile> inFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<SourceFile> found = new ArrayList<>();
        for (Path zip : files) {
            ReleaseName name = new ReleaseName(simpleName(zip));
            if (name.format().filter(Format.ZIP::equals).isPresent() && !name.isCompanion()) {
                found.addAll(inZip(zip));
            }
        }
        for (Path file : likeliest(files, ReleaseFinder::simpleName)) {
            found.add(read(file));
        }
        if (found.isEmpty()) {
            throw new ReleaseException(folder + " holds no release, which would be a .txt, .xlsx, .xls, .csv or .zip named"
                    + " like HCPC2026_OCT_ANWEB.txt");
        }
        return found;
    }

    private static List<SourceFile> inZip(Path path) throws IOException {
        List<SourceFile> found = new ArrayList<>();
        try (ZipFile zip = open(path)) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : likeliest(entries, ReleaseFinder::simpleName)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    found.add(new SourceFile(simpleName(entry), simpleName(path), path + "!" + entry.getName(),
                            readAll(in, simpleName(path) + "!" + simpleName(entry))));
                } catch (ZipException e) {
                    throw new ReleaseException(path + " is damaged: " + entry.getName() + " cannot be read ("
                            + e.getMessage() + "); download it again");
                }
            }
        }
        return found;
    }

    private static <T> List<T> likeliest(List<T> files, Function<T, String> simpleName) {
        List<T> possible = files.stream().filter(file -> {
            ReleaseName name = new ReleaseName(simpleName.apply(file));
            return name.format().filter(format -> format != Format.ZIP).isPresent() && !name.isCompanion();
        }).toList();
        List<T> named = possible.stream().filter(file -> new ReleaseName(simpleName.apply(file)).isRelease()).toList();
        return named.isEmpty() ? possible : named;
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            // Names in CMS's ZIPs are ASCII; reading them as Latin-1 never fails on a stray byte.
            return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException e) {
            throw new ReleaseException(path + " is no readable ZIP (" + e.getMessage() + "); download it again");
        }
    }

    private static List<String> entryNames(Path path) throws IOException {
        try (ZipFile zip = open(path)) {
            return zip.stream().map(ZipEntry::getName).sorted().toList();
        }
    }

    private static SourceFile read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new SourceFile(simpleName(file), "", file.toString(), readAll(in, simpleName(file)));
        }
    }

    private static byte[] readAll(InputStream in, String title) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new ReleaseException(title + " is no release: it has more than " + (LARGEST_FILE >> 20) + " MiB");
        }
        return bytes;
    }

    private static String simpleName(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    private static String simpleName(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
