package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The English bundle says everything that the Vietnamese one says, with the same places, and in English. */
class EnglishMessagesTest {

    private static final Map<String, String> VIETNAMESE = Messages.VIETNAMESE.all();
    private static final Map<String, String> ENGLISH = Messages.ENGLISH.all();

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

    /** Vietnamese letters that no English word has. */
    private static final Pattern VIETNAMESE_LETTER = Pattern.compile(
            "[\u00C0-\u00C3\u00C8-\u00CA\u00CC\u00CD\u00D2-\u00D5\u00D9\u00DA\u00DD\u00E0-\u00E3\u00E8-\u00EA\u00EC\u00ED\u00F2-\u00F5\u00F9\u00FA\u00FD\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]");

    /** Names that stay what they are: of keys of the keyboard, of the agency, of a language in itself. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "frame.language.vi",
            "frame.language.en",
            "figures.keys.enter.key",
            "figures.keys.tab.key",
            "figures.keys.escape.key",
            "figures.keys.undo.key",
            "figures.keys.redo.key",
            "figures.keys.paste.key",
            "figures.keys.saveRow.key",
            "figures.keys.save.key",
            "figures.keys.column.key",
            "figures.cell.na.sample");

    /** A language's own name, names of a place and a decree, and what the Vietnamese document will say. */
    private static final Set<String> WITH_VIETNAMESE_NAMES = Set.of(
            "frame.language.vi",
            "login.demonstration.dieutri",
            "dashboard.calendar.DECREE_09",
            "reports.issue.reason.hint");

    private static Set<Integer> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> Integer.valueOf(place.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasAWordForEverythingAndForNothingElse() {
        assertThat(VIETNAMESE).hasSizeGreaterThan(1000);
        assertThat(Messages.ENGLISH.byModule().keySet())
                .isEqualTo(Messages.VIETNAMESE.byModule().keySet());
        assertThat(Messages.VIETNAMESE.byModule()).allSatisfy((module, texts) -> assertThat(
                        Messages.ENGLISH.byModule().get(module).keySet())
                .as("keys of the English file of %s", module)
                .containsExactlyInAnyOrderElementsOf(texts.keySet()));
        assertThat(Messages.ENGLISH.twice()).as("keys that stand twice").isEmpty();
    }

    @Test
    void namesTheSamePlaces() {
        assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(places(text))
                .as("places of %s", key)
                .isEqualTo(places(VIETNAMESE.getOrDefault(key, text))));
    }

    @Test
    void isWrittenCleanly() {
        assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(text)
                .as(key)
                .isNotBlank()
                .isEqualTo(text.strip())
                .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC))
                // The typographic apostrophe means nothing to a message's pattern.
                .doesNotContain("'"));
    }

    /** A word after a number that has another form after 1 is written with both. */
    @Test
    void wordsFollowTheirNumber() {
        assertThat(List.of(
                        english("worklist.more", "1"),
                        english("worklist.more", "2"),
                        english("worklist.more", "21"),
                        english("worklist.more", "1.001"),
                        english("dashboard.coverage", "1/1"),
                        english("dashboard.open.not-approved", "1"),
                        english("figures.alert.partly", "1", "2", "Xã 1, Xã 2"),
                        english("worklist.more")))
                .containsExactly(
                        "Show 1 more line",
                        "Show 2 more lines",
                        "Show 21 more lines",
                        "Show 1.001 more lines",
                        "1/1 monthly return of the units are in",
                        "1 monthly return counts towards the result but has not been approved.",
                        "Figures of 1 unit have been saved. 2 units have not been saved: Xã 1, Xã 2",
                        "Show {0} more lines");
        assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(text.replaceAll("⟦[^|⟧]+\\|[^|⟧]+⟧", ""))
                .as(key)
                .doesNotContain("⟦", "⟧"));
    }

    private static String english(String key, Object... values) {
        return Messages.source().getMessage(key, values.length == 0 ? null : values, Locale.ENGLISH);
    }

    @Test
    void isEnglish() {
        assertThat(ENGLISH.keySet())
                .as("English texts with Vietnamese letters")
                .filteredOn(key -> VIETNAMESE_LETTER.matcher(ENGLISH.get(key)).find())
                .containsExactlyInAnyOrderElementsOf(WITH_VIETNAMESE_NAMES);
        assertThat(ENGLISH.keySet())
                .as("texts that are the same in both languages")
                .filteredOn(key -> ENGLISH.get(key).equals(VIETNAMESE.get(key)))
                .filteredOn(key ->
                        PLACE.matcher(ENGLISH.get(key)).replaceAll("").chars().anyMatch(Character::isLetter))
                .containsExactlyInAnyOrderElementsOf(SAME_IN_BOTH);
    }
}
