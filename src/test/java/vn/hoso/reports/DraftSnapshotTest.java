package vn.hoso.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.readiness.Quarter;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.ReportNamedFigures;
import vn.hoso.reports.domain.ReportOneStopShops;
import vn.hoso.reports.domain.ReportSuggestions;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Verdict;

/** A frozen draft is everything its files need, years later too. */
class DraftSnapshotTest {

    static Stream<YearResults> years() {
        return Stream.of(
                SampleYears.published2023(),
                SampleYears.provisional2024(),
                SampleYears.preliminary2024(),
                SampleYears.provisional2024("=1+1", "Xã \"><svg onload=alert(1)>", "Xã {{7*7}}"));
    }

    private static ReportDraft draft(YearResults results) {
        ReportText text = ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);
        return ReportDraft.of(
                results,
                text.issued(results.provisional() ? "Họp giao ban" : null, null, null),
                SampleYears.TODAY,
                ReportTerm.year(results.year()));
    }

    @ParameterizedTest
    @MethodSource("years")
    void readsBackWhatWasWrittenAndMakesTheSameFiles(YearResults results) {
        ReportDraft draft = draft(results);

        String json = DraftSnapshot.write(draft);
        ReportDraft again = DraftSnapshot.read(json);

        assertThat(again).isEqualTo(draft);
        assertThat(DraftSnapshot.write(again)).isEqualTo(json);
        assertThat(DraftSnapshot.sha256(ReportFiles.document(again).bytes()))
                .isEqualTo(DraftSnapshot.sha256(ReportFiles.document(draft).bytes()));
        assertThat(DraftSnapshot.sha256(ReportFiles.annex(again).bytes()))
                .isEqualTo(DraftSnapshot.sha256(ReportFiles.annex(draft).bytes()));
        assertThat(again.text().letterhead().draft()).isEmpty();
        assertThat(again.text().notices().stream().anyMatch(line -> line.text().contains("Họp giao ban")))
                .isEqualTo(results.provisional());
    }

    /** What was frozen before reports had terms names none: it is a year's, with the same files. */
    @Test
    void keepsFurtherAnnexesAndSaysNothingOfThemWhereThereAreNone() {
        YearResults results = SampleYears.provisional2024();
        ReportTerm term = ReportTerm.year(results.year());
        ReportOneStopShops shops =
                new ReportOneStopShops(Quarter.read("2024-Q3").orElseThrow(), List.of());
        ReportText text = ReportText.of(
                results,
                SampleYears.TUY_PHUOC,
                SampleYears.TODAY,
                term,
                new ReportSuggestions(List.of(), List.of(), List.of(), List.of(), shops),
                null,
                ReportNamedFigures.of(results, term));
        String json = DraftSnapshot.write(ReportDraft.of(results, text, SampleYears.TODAY, term));

        assertThat(DraftSnapshot.read(json).text()).isEqualTo(text);
        assertThat(text.annexes()).extracting(Annex::mark).containsExactly("Phụ lục I", "Phụ lục II");
        assertThat(DraftSnapshot.write(draft(results))).doesNotContain("further");
    }

    @Test
    void readsWhatWasFrozenBeforeThereWereTerms() {
        ReportDraft draft = draft(SampleYears.provisional2024());
        String json = DraftSnapshot.write(draft);
        String before = json.replaceAll(",\"part\":null}$", "}");
        assertThat(before).isNotEqualTo(json);

        ReportDraft read = DraftSnapshot.read(before);

        assertThat(read.term()).isEqualTo(ReportTerm.year(2024));
        assertThat(ReportFiles.document(read).name()).isEqualTo("Báo cáo năm 2024 - minh họa.docx");
        assertThat(read).isEqualTo(draft);
        assertThat(ReportFiles.pdf(read).bytes())
                .isEqualTo(ReportFiles.pdf(draft).bytes());
    }

    /** What was frozen before verdicts knew their returns says nothing about them, and is no less readable. */
    @Test
    void readsWhatWasFrozenBeforeVerdictsKnewTheirReturns() {
        String json = DraftSnapshot.write(draft(SampleYears.provisional2024()));
        String before = json.replaceAll(",\"basis\":(null|\\{[^}]*})", "").replaceAll(",\"returns\":\\d+", "");
        assertThat(before).doesNotContain("basis", "returns\":");

        ReportDraft read = DraftSnapshot.read(before);

        assertThat(read.results().district().verdicts())
                .allSatisfy(verdict -> assertThat(verdict.provisional()).isFalse());
        assertThat(ReportFiles.annex(read).bytes()).isNotEmpty();
    }

    /** What was frozen before verdicts knew what waits for approval reads as it did, whatever waited then. */
    @Test
    void readsWhatWasFrozenBeforeVerdictsKnewWhatWaitsForApproval() {
        ReportDraft draft = draft(SampleYears.preliminary2024());
        assertThat(draft.results().district().verdicts()).allMatch(Verdict::provisional);
        String json = DraftSnapshot.write(draft);
        String before = json.replaceAll(",\"unapproved\":\\d+", "");
        assertThat(before).isNotEqualTo(json).doesNotContain("\"unapproved\"");

        ReportDraft read = DraftSnapshot.read(before);

        assertThat(read.results().district().verdicts()).isNotEmpty().noneMatch(Verdict::provisional);
        assertThat(read.text()).isEqualTo(draft.text());
        assertThat(ReportFiles.annex(read).bytes()).isNotEmpty();
    }

    /**
     * Issued reports outlive the classes they were written from: what an installation froze is here as it was stored, and nothing
     * of it may be lost to a name that changes.
     */
    @ParameterizedTest
    @ValueSource(strings = {"published-2023", "provisional-2024"})
    void losesNothingOfWhatInstallationsHold(String name) throws IOException {
        String stored;
        try (InputStream in = getClass().getResourceAsStream("/issued/" + name + ".json")) {
            stored = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        ReportDraft read = DraftSnapshot.read(stored);

        JsonMapper json = new JsonMapper();
        assertHolds(json.readTree(DraftSnapshot.write(read)), json.readTree(stored), name);
        assertThat(ReportFiles.document(read).bytes()).isNotEmpty();
        assertThat(ReportFiles.annex(read).bytes()).isNotEmpty();
    }

    /** More may have come beside what was stored. */
    private static void assertHolds(@Nullable JsonNode now, JsonNode stored, String place) {
        assertThat(now).as(place).isNotNull();
        if (stored.isObject()) {
            stored.properties()
                    .forEach(each -> assertHolds(now.get(each.getKey()), each.getValue(), place + "." + each.getKey()));
        } else if (stored.isArray()) {
            assertThat(now.size()).as(place).isEqualTo(stored.size());
            for (int i = 0; i < stored.size(); i++) {
                assertHolds(now.get(i), stored.get(i), place + "[" + i + "]");
            }
        } else {
            assertThat(now).as(place).isEqualTo(stored);
        }
    }
}
