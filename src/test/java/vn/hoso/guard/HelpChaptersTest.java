package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import vn.hoso.help.Guide;
import vn.hoso.site.HelpChapters;

/** Every page has its chapter of the guide. */
class HelpChaptersTest {

    /** What machines ask for. */
    private static final Set<String> NO_PAGES = Set.of("/actuator/health", "/actuator/health/**", "/livez", "/readyz");

    @Test
    void everyPageHasAChapterThatIsThere() {
        assertThat(Routes.ALL.stream()
                        .filter(row -> row.method() == HttpMethod.GET)
                        .map(Row::pattern)
                        .filter(pattern -> !NO_PAGES.contains(pattern)))
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        pattern -> assertThat(Stream.of(Guide.Part.values()).flatMap(part -> part.chapters().stream()))
                                .as(pattern)
                                .contains(HelpChapters.of(pattern)));
    }
}
