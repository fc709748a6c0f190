package vn.hoso.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with cookies, who sends requests and reads answers. */
public final class Visitor {

    public static final String PASSWORD = "Thu-nghiem-2024";

    private static final String BOUNDARY = "----proof";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String origin;

    public Visitor(String origin, String language) {
        this.origin = origin;
        HttpCookie chosen = new HttpCookie("hoso_language", language);
        chosen.setPath("/");
        chosen.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin), chosen);
    }

    /** The answer to the sign-in with a name and a password. */
    public Answer signIn(String username, String password) {
        return post("/login", Map.of("username", List.of(username), "password", List.of(password)));
    }

    public Answer get(String address) {
        return send("GET " + address, request(address));
    }

    /** Sends a form, with the token that every form has. */
    public Answer post(String address, Map<String, List<String>> fields) {
        return post(address, fields, token());
    }

    /** Sends a form with a token that was asked for before. */
    public Answer post(String address, Map<String, List<String>> fields, String token) {
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields) + (fields.isEmpty() ? "" : "&") + "_csrf=" + token));
        return send("POST " + address + "\n" + shown(fields), request);
    }

    /** Sends a form with a file. */
    public Answer upload(String address, Map<String, String> fields, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"_csrf\"", token().getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream", file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return send("POST " + address + "\n" + fields + " " + fileName, request);
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    public String token() {
        return get("/login").page().select("[name=_csrf]").val();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(origin + address))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0");
    }

    private Answer send(String shown, HttpRequest.Builder request) {
        try {
            return new Answer(shown, client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(shown, failed);
        }
    }

    private static String encoded(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static String shown(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> "  " + field.getKey() + " = " + field.getValue())
                .collect(Collectors.joining("\n"));
    }
}
