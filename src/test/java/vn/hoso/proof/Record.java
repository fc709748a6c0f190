package vn.hoso.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one run wrote down: texts under the names of their files. */
final class Record {

    private final Map<String, String> texts = new TreeMap<>();

    void put(String name, String text) {
        if (texts.putIfAbsent(name, text) != null) {
            throw new IllegalStateException("written twice: " + name);
        }
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    Map<String, String> texts() {
        return texts;
    }

    static Record read(Path folder) throws IOException {
        Record read = new Record();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return read;
    }

    void writeTo(Path folder) {
        texts.forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** A file's name for an address: the same for the same address, and readable. */
    static String nameOf(String address) {
        String plain = address.replaceFirst("^/", "").replaceAll("[^A-Za-z0-9._=&-]+", "_");
        if (plain.isEmpty()) {
            return "root";
        }
        return plain.length() <= 90
                ? plain
                : plain.substring(0, 80) + "~"
                        + sha256(address.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
