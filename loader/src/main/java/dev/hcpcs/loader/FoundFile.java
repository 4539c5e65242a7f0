package dev.hcpcs.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * A file in a folder or ZIP, not read yet. What macOS and office programs leave beside a real file is none.
 *
 * @param name     what its name tells
 * @param zip      the path of the ZIP it is in, as messages name it; blank where it is in none
 * @param zipName  what its ZIP's name tells; a name that tells nothing where it is in none
 * @param location its path as messages name it, with the ZIP's entry behind {@code !}
 * @param reading  the way to read it
 */
record FoundFile(ReleaseName name, String zip, ReleaseName zipName, String location, Reading reading) {

    private static final ReleaseName NO_ZIP = new ReleaseName("");

    /** Reads a file. */
    interface Reading {
        SourceFile read() throws IOException;
    }

    /** Opens a ZIP. */
    private interface Opening {
        ZipArchive open() throws IOException;
    }

    /** Opens a ZIP that lies in another one, which is inflated once however many of its files are read. */
    private static final class InnerZip implements Opening {

        private final FoundFile file;
        private final ReadLimits limits;
        private byte @Nullable [] bytes;

        InnerZip(FoundFile file, ReadLimits limits) {
            this.file = file;
            this.limits = limits;
        }

        @Override
        public ZipArchive open() throws IOException {
            bytes = bytes == null ? file.read().bytes() : bytes;
            return ZipArchive.open(bytes, file.location(), limits);
        }
    }

    /**
     * The files in a folder and its subfolders, and in the ZIPs there, or in one ZIP; in order of path. A damaged ZIP of
     * companions stands for itself and cannot be read, so that no release is lost by it.
     */
    static List<FoundFile> within(Path folderOrZip, LoadBudget budget) throws IOException {
        if (!Files.isDirectory(folderOrZip)) {
            return entries(folderOrZip, budget);
        }
        List<FoundFile> found = new ArrayList<>();
        for (Path file : walk(folderOrZip, budget.limits())) {
            if (!isByProduct(folderOrZip.relativize(file).toString())) {
                found.addAll(isZip(file) ? entries(file, budget) : List.of(of(file, budget)));
            }
        }
        return found;
    }

    /** The files in a folder and its subfolders, those behind symbolic links included. */
    private static List<Path> walk(Path folder, ReadLimits limits) throws IOException {
        List<Path> files = new ArrayList<>();
        long count = 0;
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                limits.check(ReadLimit.FOLDER_FILES, ++count, folder.toString());
                if (Files.isRegularFile(file)) {
                    files.add(file);
                } else if (!Files.exists(file) && new ReleaseName(simpleName(file)).isRelease()) {
                    throw new ReleaseException(file + " is a symbolic link to a file that does not exist; mend or remove it");
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileSystemLoopException loop) {
                throw new ReleaseException(loop.getFile() + " is a symbolic link to a folder that it lies in itself, which has no"
                        + " end; remove it");
            }
            throw e.getCause();
        }
        files.sort(null);
        return files;
    }

    /** The files in the folder of a file, itself among them, but nothing in ZIPs or subfolders; in order of path. */
    static List<FoundFile> beside(Path file, LoadBudget budget) throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().normalize().getParent())) {
            return files.filter(Files::isRegularFile).filter(each -> !isByProduct(simpleName(each)) && !isZip(each)).sorted()
                    .map(each -> of(each, budget)).toList();
        }
    }

    /** A file that is named itself, whatever its name. */
    static FoundFile of(Path file, LoadBudget budget) {
        return new FoundFile(new ReleaseName(simpleName(file)), "", NO_ZIP, file.toString(), () -> read(file, budget));
    }

    private static List<FoundFile> entries(Path zip, LoadBudget budget) throws IOException {
        return entries(zip.toString(), simpleName(zip), () -> ZipArchive.open(zip, budget.limits()), budget, 0);
    }

    /**
     * @param zip   the ZIP's path, as messages name it
     * @param name  its own name
     * @param depth how many ZIPs it lies in
     */
    private static List<FoundFile> entries(String zip, String name, Opening opening, LoadBudget budget, int depth)
            throws IOException {
        ReleaseName zipName = new ReleaseName(name);
        try (ZipArchive archive = opening.open()) {
            List<FoundFile> found = new ArrayList<>();
            for (ZipArchiveEntry entry : archive.entries().stream()
                    .filter(entry -> !entry.isDirectory() && !isByProduct(entry.getName()))
                    .sorted(Comparator.comparing(ZipArchiveEntry::getName)).toList()) {
                String entryName = simpleName(entry);
                FoundFile file = new FoundFile(new ReleaseName(entryName), zip, zipName, Texts.printable(archive.title(entry)),
                        () -> read(opening, entry, name, budget));
                if (file.name().format().equals(Optional.of(ReleaseName.Format.ZIP))) {
                    budget.limits().check(ReadLimit.ARCHIVE_DEPTH, depth + 1L, zip);
                    found.addAll(entries(file.location(), entryName, new InnerZip(file, budget.limits()), budget, depth + 1));
                } else {
                    found.add(file);
                }
            }
            return found;
        } catch (ReleaseException e) {
            if (!CompanionReader.isKind(zipName)) {
                throw e;
            }
            return List.of(new FoundFile(zipName, "", NO_ZIP, zip, () -> {
                throw e;
            }));
        }
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

    /** @param zip the ZIP's own name */
    private static SourceFile read(Opening opening, ZipArchiveEntry entry, String zip, LoadBudget budget) throws IOException {
        try (ZipArchive archive = opening.open(); InputStream in = archive.open(entry)) {
            String location = Texts.printable(archive.title(entry));
            try {
                return new SourceFile(simpleName(entry), zip, location, budget.readAll(in, location), budget.limits());
            } catch (ReleaseException e) {
                throw e;
            } catch (IOException e) {
                throw new ReleaseException(archive.damaged(entry, e));
            }
        }
    }

    private static SourceFile read(Path file, LoadBudget budget) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new SourceFile(simpleName(file), "", file.toString(), budget.readAll(in, file.toString()), budget.limits());
        }
    }

    private static String simpleName(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    private static String simpleName(ZipArchiveEntry entry) {
        String name = entry.getName();
        return Texts.printable(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    }
}
