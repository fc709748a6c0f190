package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoso.imports.Bombs;

/**
 * How long other people wait for their pages while one uploads bombs. Asks a program that runs elsewhere with the
 * demonstration's people and 512 MB: {@code -Dhoso.bombs.program=http://127.0.0.1:8102 -Dhoso.bombs.password=...}.
 */
@Tag("benchmark")
class BombBenchmark {

    private static final URI PROGRAM = URI.create(System.getProperty("hoso.bombs.program", "http://127.0.0.1:8080"));
    private static final String PASSWORD = System.getProperty("hoso.bombs.password", "");
    private static final List<String> PAGES = List.of("/dashboard?year=2024", "/figures/2024-09", "/imports");
    private static final String EDGE = "bombs-and-other-pages";

    private static final class Person {

        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Person(String name) throws Exception {
            String form = "username=" + name + "&password=" + PASSWORD + "&_csrf=" + token(page("/login"));
            HttpResponse<String> answer = send(HttpRequest.newBuilder(PROGRAM.resolve("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            assertThat(answer.uri().getPath()).doesNotStartWith("/login");
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.timeout(Duration.ofMinutes(5)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> page(String path) throws Exception {
            return send(HttpRequest.newBuilder(PROGRAM.resolve(path)));
        }

        static String token(HttpResponse<String> page) {
            return Jsoup.parse(page.body()).select("input[name=_csrf]").val();
        }

        HttpResponse<String> upload(String name, byte[] bytes) throws Exception {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            field(body, "_csrf", "", token(page("/imports")).getBytes(StandardCharsets.UTF_8));
            field(body, "month", "", new byte[0]);
            field(body, "file", "; filename=\"" + name + "\"", bytes);
            body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(HttpRequest.newBuilder(PROGRAM.resolve("/imports"))
                    .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        private static void field(ByteArrayOutputStream body, String name, String more, byte[] value)
                throws IOException {
            body.writeBytes(
                    ("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.write(value);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void keepsOtherPeoplesPagesQuick() throws Exception {
        Person bringer = new Person("vanphong");
        Person other = new Person("lanhdao");
        for (String page : PAGES) {
            other.page(page);
        }
        AtomicBoolean over = new AtomicBoolean();
        List<Long> waits = Collections.synchronizedList(new ArrayList<>());
        Thread asking = new Thread(() -> ask(other, over, waits));
        asking.start();
        List<String> failures = new ArrayList<>();
        for (Bombs.Bomb bomb : Bombs.all()) {
            byte[] bytes = bomb.bytes().get();
            long start = System.nanoTime();
            int before = waits.size();
            HttpResponse<String> answer = bringer.upload(bomb.name(), bytes);
            long took = System.nanoTime() - start;
            Document page = Jsoup.parse(answer.body());
            System.out.printf(
                    "%3d %,7d ms, others up to %,6d ms: %s: %s%n",
                    answer.statusCode(),
                    took / 1_000_000,
                    waits.subList(before, waits.size()).stream()
                                    .mapToLong(Long::longValue)
                                    .max()
                                    .orElse(0)
                            / 1_000_000,
                    bomb.what(),
                    page.select(".error-summary li").text());
            if (answer.statusCode() >= 500) {
                failures.add(bomb.what());
            }
        }
        over.set(true);
        asking.join();
        List<Long> sorted = waits.stream().sorted().toList();
        System.out.printf(
                "%d pages of others: p50 %d ms, p99 %d ms, longest %d ms%n",
                sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
        assertThat(failures).isEmpty();
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, sorted.size() * percent / 100 - 1)) / 1_000_000;
    }

    private static void ask(Person other, AtomicBoolean over, List<Long> waits) {
        try {
            for (int i = 0; !over.get(); i++) {
                long start = System.nanoTime();
                other.page(PAGES.get(i % PAGES.size()));
                waits.add(System.nanoTime() - start);
                Thread.sleep(50);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
