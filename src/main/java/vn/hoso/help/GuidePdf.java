package vn.hoso.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.hoso.reports.ReportFiles;

/** The whole guide as a PDF to print; made once in each language, since it only changes with the program. */
@Component
public class GuidePdf {

    private static final String PICTURES = "/static/assets/help/";

    private final Guide guide;
    private final ITemplateEngine pages;
    private final Clock clock;
    private final Map<Locale, byte[]> made = new ConcurrentHashMap<>();

    GuidePdf(Guide guide, ITemplateEngine pages, Clock clock) {
        this.guide = guide;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The file's bytes.
     *
     * @throws vn.hoso.shared.UserFacingException if so many documents are asked for that its turn does not come
     */
    public byte[] in(Locale language) {
        return made.computeIfAbsent(language, this::draw);
    }

    private byte[] draw(Locale language) {
        Map<String, Chapter> chapters = guide.chapters(language);
        Map<String, String> pictures = chapters.values().stream()
                .flatMap(Chapter::pictures)
                .distinct()
                .collect(Collectors.toMap(name -> name, GuidePdf::picture));
        Map<String, Object> model = Map.of("parts", Guide.Part.values(), "chapters", chapters, "pictures", pictures);
        return ReportFiles.page(
                pages.process("help/document", new Context(language, model)),
                new String(resource("/help/guide-pdf.css"), StandardCharsets.UTF_8),
                LocalDate.now(clock));
    }

    private static String picture(String name) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(resource(PICTURES + name + ".png"));
    }

    private static byte[] resource(String path) {
        try (InputStream file = Objects.requireNonNull(GuidePdf.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
