package vn.hoso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers everything that tests type into the program, with the name of its field, and leaves it in a file when the JVM ends:
 * {@link vn.hoso.logs.LogsTellNothingIT} looks for it in what was logged.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TypedTexts {

    /** Where all logs and typed texts of a run are kept. */
    public static final Path LOGS = Path.of("target", "logs");

    /** A log that quotes a text quotes its beginning. */
    private static final int LONG_ENOUGH = 200;

    private static final Set<String> TYPED = ConcurrentHashMap.newKeySet();

    /** Each text once: its field, a tab and the text, ended by a NUL, which nobody can type. */
    private static void write() {
        try {
            Files.createDirectories(LOGS);
            Files.writeString(
                    LOGS.resolve("typed-" + ProcessHandle.current().pid() + ".txt"),
                    TYPED.stream().sorted().collect(Collectors.joining("\0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TypedTexts::write, "typed-texts"));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 50)
    OncePerRequestFilter typedTexts() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                request.getParameterMap().forEach((field, texts) -> {
                    for (String text : texts) {
                        if (text != null) {
                            TYPED.add(field + "\t"
                                    + text.substring(0, Math.min(text.length(), LONG_ENOUGH))
                                            .replace("\0", ""));
                        }
                    }
                });
                chain.doFilter(request, response);
            }
        };
    }
}
