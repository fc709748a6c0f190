package vn.hoso.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Folders and files that nobody but the user running the program can read. */
public final class OwnerOnly {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    static void createDirectory(Path folder) throws IOException {
        Files.createDirectory(
                folder,
                only(FOLDER, Objects.requireNonNull(folder.toAbsolutePath().getParent())));
    }

    /** Makes a folder, and those around it that are missing; one that is there stays as whoever made it wished. */
    public static Path createDirectories(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.createDirectories(folder, only(FOLDER, there));
    }

    /** A new file to write to; what was left under its name, such as by a process that was cut off, is thrown away. */
    public static FileChannel create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                only(FILE, Objects.requireNonNull(file.toAbsolutePath().getParent())));
    }

    /** A file to write on at its end, made where it is missing; others keep no rights to one that is there. */
    static Path appended(Path file) throws IOException {
        if (Files.exists(file)) {
            restrict(file);
        } else {
            create(file).close();
        }
        return file;
    }

    /** Takes from others what they may do with a file that is there; a disk that knows no such rights keeps it as it is. */
    public static void restrict(Path file) {
        try {
            if (isPosix(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
            }
        } catch (IOException refused) {
            // Such as a disk of another system, whose rights are decided where it is joined.
        }
    }

    private static FileAttribute<?>[] only(String permissions, Path around) throws IOException {
        return isPosix(around)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Writes the text so that after a power cut the file holds either the former text or all of the new one. */
    static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (FileChannel channel = create(unfinished)) {
            restrictOnWindows(unfinished);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static void restrictOnWindows(Path file) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null) {
            return;
        }
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }
}
