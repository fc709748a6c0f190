package vn.hoso.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Follows every kind of link of an installation and looks in each page, document and file for words of another office: the
 * demonstration's district. Addresses that differ by numbers only are of one kind; one of each is opened, by whoever comes first.
 */
public final class WordsOfElsewhere {

    /** What would be wrong in an office that is no district; the level's own name in a list of levels is not. */
    private static final Pattern WRONG =
            Pattern.compile("(?iu)huyện Tuy Phước|toàn huyện|UBND huyện|Huyện đạt|xã, thị trấn|tỉnh Bình Định");

    /** An answer as far as the search needs it. */
    public record Answer(int status, String type, byte[] body) {}

    /** What was opened, and the wrong words with the address where they stand. */
    public record Found(List<String> opened, List<String> wrong) {}

    /** Where an office's pages begin. */
    public static final List<String> BEGINNINGS = List.of(
            "/dashboard",
            "/figures",
            "/targets",
            "/follow-ups",
            "/reports",
            "/settings",
            "/audit",
            "/exports/results.json",
            "/exports/results.csv");

    private final Set<String> kinds = new HashSet<>();

    /** Opens what can be reached from these addresses and nobody has opened before. */
    public Found from(List<String> beginnings, Function<String, Answer> visit) {
        Deque<String> next = new ArrayDeque<>(beginnings);
        Set<String> tried = new HashSet<>();
        List<String> opened = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        while (!next.isEmpty()) {
            String address = next.removeFirst();
            if (!tried.add(address) || !kinds.add(kind(address))) {
                continue;
            }
            Answer answer = visit.apply(address);
            if (answer.status() >= 500) {
                wrong.add(address + ": HTTP " + answer.status());
            }
            if (answer.status() != 200) {
                // Somebody else may open it.
                kinds.remove(kind(address));
                continue;
            }
            opened.add(address);
            texts(answer, next).forEach(text -> {
                Matcher matcher = WRONG.matcher(text);
                if (matcher.find()) {
                    int at = matcher.start();
                    wrong.add(address + ": … "
                            + text.substring(Math.max(0, at - 60), Math.min(text.length(), matcher.end() + 40)));
                }
            });
        }
        return new Found(opened, wrong);
    }

    private static String kind(String address) {
        return address.replaceAll("=[^&]*", "=").replaceAll("\\d+", "0");
    }

    private static Stream<String> texts(Answer answer, Deque<String> next) {
        if (answer.type().contains("html")) {
            Document page = Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
            page.select("a[href^=/]").stream()
                    .map(link -> link.attr("href").replaceAll("#.*", ""))
                    .forEach(next::addLast);
            return Stream.of(page.text());
        }
        if (answer.type().contains("pdf")) {
            return Stream.of(printed(answer.body()));
        }
        boolean zipped = answer.body().length > 1 && answer.body()[0] == 'P' && answer.body()[1] == 'K';
        return zipped ? parts(answer.body()).stream() : Stream.of(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static String printed(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The texts of a Word or Excel file. */
    private static List<String> parts(byte[] file) {
        List<String> texts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    texts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", ""));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }
}
