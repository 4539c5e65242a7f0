package dev.hcpcs.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file in a folder or ZIP, not read yet. What macOS and office programs leave beside a real file is none.
 *
 * @param name     what its name tells
 * @param zip      the path of the ZIP it is in; blank where it is in none
 * @param location its path as messages name it, with the ZIP's entry behind {@code !}
 * @param reading  the way to read it
 */
record FoundFile(ReleaseName name, String zip, String location, Reading reading) {

    /** Ten times the largest release; a ZIP entry beyond this is no file of CMS's, and would only fill the memory. */
    private static final int LARGEST_FILE = 64 << 20;

    /** Reads a file. */
    interface Reading {
        SourceFile read() throws IOException;
    }

    /**
     * The files in a folder and its subfolders, and in the ZIPs there, or in one ZIP; in order of path. A damaged ZIP of
     * companions stands for itself and cannot be read, so that no release is lost by it.
     */
    static List<FoundFile> within(Path folderOrZip) throws IOException {
        if (!Files.isDirectory(folderOrZip)) {
            return entries(folderOrZip);
        }
        List<FoundFile> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folderOrZip)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !isByProduct(folderOrZip.relativize(file).toString())).sorted().toList()) {
                found.addAll(isZip(file) ? entries(file) : List.of(of(file)));
            }
        }
        return found;
    }

    /** The files in the folder of a file, itself among them, but nothing in ZIPs or subfolders; in order of path. */
    static List<FoundFile> beside(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().normalize().getParent())) {
            return files.filter(Files::isRegularFile).filter(each -> !isByProduct(simpleName(each)) && !isZip(each)).sorted()
                    .map(FoundFile::of).toList();
        }
    }

    /** A file that is named itself, whatever its name. */
    static FoundFile of(Path file) {
        return new FoundFile(new ReleaseName(simpleName(file)), "", file.toString(), () -> read(file));
    }

    private static List<FoundFile> entries(Path zipPath) throws IOException {
        try (ZipFile zip = open(zipPath)) {
            return zip.stream().filter(entry -> !entry.isDirectory() && !isByProduct(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .map(entry -> new FoundFile(new ReleaseName(simpleName(entry)), zipPath.toString(),
                            zipPath + "!" + entry.getName(), () -> read(zipPath, entry)))
                    .toList();
        } catch (ReleaseException e) {
            ReleaseName name = new ReleaseName(simpleName(zipPath));
            if (!CompanionReader.isKind(name)) {
                throw e;
            }
            return List.of(new FoundFile(name, "", zipPath.toString(), () -> {
                throw e;
            }));
        }
    }

    /** What its ZIP's name tells; a name that tells nothing where it is in none. */
    ReleaseName zipName() {
        return new ReleaseName(zip.isEmpty() ? "" : simpleName(Path.of(zip)));
    }

    SourceFile read() throws IOException {
        return reading.read();
    }

    /** @param within the path within the folder or ZIP */
    private static boolean isByProduct(String within) {
        return Arrays.stream(within.split("[/\\\\]"))
                .anyMatch(part -> part.equals("__MACOSX") || new ReleaseName(part).isByProduct());
    }

    private static boolean isZip(Path file) {
        return new ReleaseName(simpleName(file)).format().equals(Optional.of(ReleaseName.Format.ZIP));
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            // Names in CMS's ZIPs are ASCII; reading them as Latin-1 never fails on a stray byte.
            return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException e) {
            throw new ReleaseException(path + " is no readable ZIP (" + e.getMessage() + "); download it again");
        }
    }

    private static SourceFile read(Path zipPath, ZipEntry entry) throws IOException {
        try (ZipFile zip = open(zipPath); InputStream in = zip.getInputStream(entry)) {
            String name = simpleName(entry);
            byte[] bytes = readAll(in, simpleName(zipPath) + "!" + name);
            checkSum(zipPath, entry, bytes);
            return new SourceFile(name, simpleName(zipPath), zipPath + "!" + entry.getName(), bytes);
        } catch (ZipException e) {
            throw new ReleaseException(zipPath + " is damaged: " + entry.getName() + " cannot be read (" + e.getMessage()
                    + "); download it again");
        }
    }

    /** A ZIP says what each file's checksum is, which the JDK does not compare. */
    private static void checkSum(Path zipPath, ZipEntry entry, byte[] bytes) throws ReleaseException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
            throw new ReleaseException(zipPath + " is damaged: the checksum of " + entry.getName()
                    + " does not match; download it again");
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
            throw new ReleaseException(title + " is no file of CMS's: it has more than " + (LARGEST_FILE >> 20) + " MiB");
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
