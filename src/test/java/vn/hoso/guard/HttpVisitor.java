package vn.hoso.guard;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Somebody with cookies and without a browser: sees headers and bodies as they travel. */
final class HttpVisitor {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String origin;
    private String token = "";

    HttpVisitor(int port) {
        origin = "http://127.0.0.1:" + port;
    }

    HttpVisitor signIn(String username) {
        HttpResponse<String> answer =
                post("/login", Map.of("username", username, "password", "Thu-nghiem-2024", "_csrf", tokenOf("/login")));
        if (answer.statusCode() != 302 || location(answer).contains("error")) {
            throw new AssertionError("no sign-in: " + answer.statusCode() + " " + location(answer));
        }
        token = tokenOf("/dashboard");
        return this;
    }

    String token() {
        return token;
    }

    private String tokenOf(String page) {
        return Jsoup.parse(get(page).body()).select("[name=_csrf]").val();
    }

    HttpResponse<String> get(String address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + address)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
