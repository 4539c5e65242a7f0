package dev.hcpcs.loader;

import dev.hcpcs.loader.ReleaseName.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the files that can be releases in what a user names: a file, a ZIP, or a folder of these.
 *
 * <p>A file that is named itself is taken whatever its name. In a ZIP or folder those named as CMS names releases are
 * taken, and those that resemble them unless they lie in a ZIP beside one; only where there are none, all that are not named
 * like a companion (a transaction report, processing notes and so on). Whatever else could have been a release by its format
 * is told, so that no quarter goes missing without a word.
 */
final class ReleaseFinder {

    /** Ten times the largest release; a ZIP entry beyond this is no release, and would only fill the memory. */
    private static final int LARGEST_FILE = 64 << 20;

    private final List<Found> found = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    /** A file in a folder or ZIP (blank in a folder) that has the format of a release, and the way to read it. */
    private record Found(ReleaseName name, String zip, String location, Reading reading) {
    }

    private interface Reading {
        SourceFile read() throws IOException;
    }

    /** Files with the format of a release that were not taken, and are no companions; in order of path. */
    List<String> passedOver() {
        return passedOver;
    }

    /** @return in order of path, at least one */
    List<SourceFile> find(Path path) throws IOException {
        if (path.toString().isBlank()) {
            throw new ReleaseException("the path of a release is empty");
        }
        if (Files.isDirectory(path)) {
            try (Stream<Path> walk = Files.walk(path)) {
                for (Path file : walk.filter(Files::isRegularFile).filter(file -> !isByProduct(path.relativize(file).toString()))
                        .sorted().toList()) {
                    look(file);
                }
            }
            return take(path + " holds no release, which would be a .txt, .xlsx, .xls, .csv or .zip named like"
                    + " HCPC2026_OCT_ANWEB.txt");
        }
        if (!Files.exists(path)) {
            throw new ReleaseException(path + " does not exist");
        }
        Format format = new ReleaseName(simpleName(path)).format().orElseThrow(() -> new ReleaseException(path
                + " is neither a snapshot nor a release, whose name would end in .txt, .xlsx, .xls, .csv or .zip"));
        if (format != Format.ZIP) {
            return List.of(read(path));
        }
        look(path);
        return take(path + " holds no release, which would be a .txt, .xlsx, .xls or .csv named like HCPC2026_OCT_ANWEB.txt;"
                + " it holds " + entryNames(path));
    }

    private void look(Path file) throws IOException {
        ReleaseName name = new ReleaseName(simpleName(file));
        if (name.format().isEmpty()) {
            return;
        }
        if (name.format().get() != Format.ZIP) {
            found.add(new Found(name, "", file.toString(), () -> read(file)));
            return;
        }
        try (ZipFile zip = open(file)) {
            zip.stream().filter(entry -> !entry.isDirectory() && !isByProduct(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName)).forEach(entry -> {
                        ReleaseName inside = new ReleaseName(simpleName(entry));
                        if (inside.format().filter(format -> format != Format.ZIP).isPresent()) {
                            found.add(new Found(inside, file.toString(), file + "!" + entry.getName(),
                                    () -> read(file, entry)));
                        }
                    });
        }
    }

    private List<SourceFile> take(String nothing) throws IOException {
        List<Found> possible = found.stream().filter(file -> !file.name.isCompanion()).toList();
        Set<String> zipsWithRelease = possible.stream().filter(file -> file.name.isRelease()).map(Found::zip)
                .filter(zip -> !zip.isEmpty()).collect(Collectors.toSet());
        List<Found> named = possible.stream().filter(file -> file.name.isRelease()
                || file.name.resemblesRelease() && !zipsWithRelease.contains(file.zip)).toList();
        List<Found> taken = named.isEmpty() ? possible : named;
        if (taken.isEmpty()) {
            throw new ReleaseException(nothing);
        }
        possible.stream().filter(file -> !taken.contains(file)).map(Found::location).forEach(passedOver::add);
        List<SourceFile> files = new ArrayList<>();
        for (Found file : taken) {
            files.add(file.reading.read());
        }
        return files;
    }

    /** @param within the path within the folder or ZIP */
    private static boolean isByProduct(String within) {
        return Arrays.stream(within.split("[/\\\\]"))
                .anyMatch(part -> part.equals("__MACOSX") || new ReleaseName(part).isByProduct());
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

    private static SourceFile read(Path zipPath, ZipEntry entry) throws IOException {
        try (ZipFile zip = open(zipPath); InputStream in = zip.getInputStream(entry)) {
            String name = simpleName(entry);
            return new SourceFile(name, simpleName(zipPath), zipPath + "!" + entry.getName(),
                    readAll(in, simpleName(zipPath) + "!" + name));
        } catch (ZipException e) {
            throw new ReleaseException(zipPath + " is damaged: " + entry.getName() + " cannot be read (" + e.getMessage()
                    + "); download it again");
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
