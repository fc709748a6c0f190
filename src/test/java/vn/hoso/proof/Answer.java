package vn.hoso.proof;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the program answered to one request. */
public record Answer(String request, HttpResponse<byte[]> response) {

    /** Headers that a browser acts on, and that no run draws by lot. */
    private static final List<String> HEADERS = List.of(
            "Location",
            "Content-Type",
            "Content-Disposition",
            "Cache-Control",
            "Content-Security-Policy",
            "Refresh",
            "ETag",
            "Allow",
            "Retry-After");

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Document page() {
        return Jsoup.parse(text());
    }

    public String location() {
        return response.headers().firstValue("Location").orElse("");
    }

    String type() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    boolean isFile() {
        return type().contains("application/pdf") || type().contains("openxmlformats");
    }

    /** Request, status, headers. */
    public String head() {
        StringBuilder head =
                new StringBuilder(request).append('\n').append(status()).append('\n');
        for (String name : HEADERS) {
            response.headers()
                    .allValues(name)
                    .forEach(value ->
                            head.append(name).append(": ").append(value).append('\n'));
        }
        return head.toString();
    }

    /** What stands below the head: lines of a page, of a text; of a file its hash alone. */
    String body() {
        if (type().startsWith("text/html")) {
            return PageText.of(text());
        }
        return isFile() ? FileText.hash(bytes()) + "\n" : text();
    }
}
