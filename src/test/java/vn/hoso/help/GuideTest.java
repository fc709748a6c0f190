package vn.hoso.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.Messages;
import vn.hoso.figures.domain.Measure;
import vn.hoso.help.Chapter.Block;
import vn.hoso.help.Chapter.Item;
import vn.hoso.help.Chapter.Section;
import vn.hoso.help.Guide.Found;
import vn.hoso.shared.Language;

class GuideTest {

    private static final Guide GUIDE = new Guide(Messages.source());

    /** A name of a message that was not found, and a place of one that nobody fills in. */
    private static final Pattern UNFILLED = Pattern.compile("\\{[\\w.-]+}|\\*\\*|]\\(");

    private static Stream<Item> items(Chapter chapter) {
        return chapter.sections().stream().flatMap(Section::items);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysEverythingInWordsThatThePagesUse(Language language) {
        assertThat(GUIDE.chapters(language.locale()).values())
                .hasSizeGreaterThan(15)
                .allSatisfy(chapter -> assertThat(Stream.concat(
                                Stream.of(chapter.title(), chapter.lead()),
                                Stream.concat(
                                        chapter.sections().stream().map(Section::title),
                                        items(chapter).map(Item::words))))
                        .as(chapter.name())
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text)
                                .isNotBlank()
                                .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC))
                                .doesNotContainPattern(UNFILLED)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsToChaptersAndPicturesThatAreThere(Language language) {
        Map<String, Chapter> chapters = GUIDE.chapters(language.locale());
        assertThat(chapters.values().stream()
                        .flatMap(GuideTest::items)
                        .flatMap(item -> item.spans().stream())
                        .filter(span -> span.chapter() != null)
                        .map(Chapter.Span::chapter))
                .isNotEmpty()
                .allMatch(chapters::containsKey);
    }

    /** All that are taken are shown, all that are shown are there, and none takes long over a slow line. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void showsThePicturesThatWereTaken(Language language) throws IOException {
        try (Stream<Path> taken = Files.list(Path.of("src/main/resources/static/assets/help"))) {
            List<Path> files = taken.toList();
            assertThat(GUIDE.chapters(language.locale()).values().stream()
                            .flatMap(Chapter::pictures)
                            .map(name -> name + ".png"))
                    .containsExactlyInAnyOrderElementsOf(files.stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
            assertThat(files)
                    .hasSizeBetween(8, 12)
                    .allMatch(file -> file.toFile().length() <= 60_000);
        }
    }

    /** The same sections of the same kind: a place that one language names leads there in the other one. */
    @Test
    void saysTheSameInBothLanguages() {
        Map<String, Chapter> english = GUIDE.chapters(Language.ENGLISH.locale());
        assertThat(GUIDE.chapters(Language.OFFICIAL))
                .allSatisfy((name, chapter) ->
                        assertThat(shape(english.get(name))).as(name).isEqualTo(shape(chapter)));
    }

    private static List<String> shape(Chapter chapter) {
        return chapter.sections().stream()
                .map(section -> section.anchor()
                        + section.blocks().stream().map(Block::kind).toList())
                .toList();
    }

    @Test
    void everyFileIsAChapter() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/help"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".md")))
                    .hasSize(Language.values().length
                            * GUIDE.chapters(Language.OFFICIAL).size());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void definesEveryFigureOfAReturnInTheWordsOfItsColumn(Language language) {
        Map<String, String> texts = (language == Language.ENGLISH ? Messages.ENGLISH : Messages.VIETNAMESE).all();
        List<Item> definitions =
                items(GUIDE.chapters(language.locale()).get("fields")).toList();
        assertThat(Measure.OWN).allSatisfy(measure -> assertThat(definitions)
                .filteredOn(item -> texts.get("help.field." + measure.field()).equals(item.text()))
                .extracting(Item::term)
                .containsExactly(texts.get("figures.measure." + measure.field())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"toàn trình", "toan trinh", "TOÀN  TRÌNH!", "trả lại", "tra lai", "chốt tháng", "dán excel"})
    void findsWordsWithAndWithoutTheirAccents(String words) {
        assertThat(GUIDE.search(words, Language.OFFICIAL)).isNotEmpty();
    }

    @Test
    void namesFirstWhereTheHeadingSaysIt() {
        assertThat(GUIDE.search("tra lai", Language.OFFICIAL).get(0))
                .extracting(found -> found.section().title())
                .asString()
                .contains("rả lại");
        assertThat(GUIDE.search("toan trinh phat sinh", Language.OFFICIAL))
                .extracting(Found::line)
                .anyMatch(line -> line.startsWith("Toàn trình – phát sinh: Hồ sơ tiếp nhận"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "xyzzy", "đđđ"})
    void findsNothingWhereNothingIsSaid(String words) {
        assertThat(GUIDE.search(words, Language.OFFICIAL)).isEmpty();
    }
}
