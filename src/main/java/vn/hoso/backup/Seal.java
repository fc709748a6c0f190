package vn.hoso.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The last line of a package, which is the archive's comment: the SHA-256 of every byte before its own digits. Whatever byte was
 * lost, added or changed anywhere in the file, the seal does not fit any more.
 */
final class Seal {

    private static final String NAME = "ho-so-truc-tuyen sha256:";
    private static final int DIGITS = 64;

    /** The comment that a package is written with, its digits still missing. */
    static final String BLANK = NAME + "0".repeat(DIGITS);

    private Seal() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Seals a whole file that ends with {@link #BLANK}, and waits until it is on the disk. */
    static void put(Path file) throws IOException {
        byte[] digits = digits(file).getBytes(StandardCharsets.US_ASCII);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() - DIGITS);
            open.write(digits);
            open.getFD().sync();
        }
    }

    /** Whether every byte of the file is the one that was sealed. */
    static boolean fits(Path file) throws IOException {
        long size = Files.size(file);
        if (size < BLANK.length()) {
            return false;
        }
        byte[] end = new byte[BLANK.length()];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(size - end.length);
            open.readFully(end);
        }
        return new String(end, StandardCharsets.US_ASCII).equals(NAME + digits(file));
    }

    private static String digits(Path file) throws IOException {
        MessageDigest digest = sha256();
        long left = Files.size(file) - DIGITS;
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(part, 0, (int) Math.min(part.length, left));
                if (read < 0) {
                    throw new IOException("The file became shorter while it was read");
                }
                digest.update(part, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of a stream and how long it is. */
    record Sum(String sha256, long bytes, long lines) {

        /** Reads the stream to its end. */
        static Sum of(InputStream stream) throws IOException {
            MessageDigest digest = Seal.sha256();
            long bytes = 0;
            long lines = 0;
            byte[] part = new byte[1 << 16];
            try (DigestInputStream in = new DigestInputStream(stream, digest)) {
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    bytes += read;
                    for (int i = 0; i < read; i++) {
                        if (part[i] == '\n') {
                            lines++;
                        }
                    }
                }
            }
            return new Sum(HexFormat.of().formatHex(digest.digest()), bytes, lines);
        }
    }
}
