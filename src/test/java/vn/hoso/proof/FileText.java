package vn.hoso.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A file as lines that can be compared, headed by the hash of its bytes. */
final class FileText {

    private static final Pattern MADE =
            Pattern.compile("(W3CDTF\">)" + java.time.Year.now().getValue() + "-[^<]*(</dcterms:)");

    private FileText() {}

    /** The hash of a file's bytes; of a workbook that notes when it was made, by the machine's clock, the hash of its text. */
    static String hash(byte[] bytes) {
        if (startsWith(bytes, "PK")) {
            String text = unzipped(bytes);
            if (MADE.matcher(text).find()) {
                return "sha256 of its text " + Record.sha256(masked(text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return "sha256 " + Record.sha256(bytes) + "\nbytes " + bytes.length;
    }

    private static String masked(String text) {
        return MADE.matcher(text).replaceAll("$1⟨time⟩$2");
    }

    static String of(byte[] bytes) {
        String head = hash(bytes) + "\n";
        try {
            if (startsWith(bytes, "PK")) {
                return head + masked(unzipped(bytes));
            }
            return head + (startsWith(bytes, "%PDF") ? printed(bytes) : new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean startsWith(byte[] bytes, String sign) {
        return bytes.length >= sign.length()
                && new String(bytes, 0, sign.length(), StandardCharsets.ISO_8859_1).equals(sign);
    }

    private static String unzipped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                text.append("== ").append(entry.getName()).append('\n');
                boolean readable =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                text.append(
                        readable
                                ? new String(content, StandardCharsets.UTF_8).replace("><", ">\n<")
                                : Record.sha256(content));
                text.append('\n');
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }

    private static String printed(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return "pages " + document.getNumberOfPages() + "\n" + new PDFTextStripper().getText(document);
        }
    }
}
