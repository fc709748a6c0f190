package vn.hoso.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.OfficeWordingFiller;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportLine.TextSpan;
import vn.hoso.reports.domain.ReportNamedFigure;
import vn.hoso.reports.domain.ReportNamedFigures;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportRestatement;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.ScopeResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** Every number that a report of any term prints is a named figure; what else has digits are words that somebody wrote. */
class NamedNumbersTest {

    /** Numbers of the sentences themselves: headings, points of a list, a year's months, the plan's 100 %. */
    private static final String OF_THE_SENTENCES = "^[1-5]\\. |^/12 tháng|12 tháng|100%";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void knowsTheFigureOfEachNumberInEveryTerm(long seed) {
        for (GeneratedYears.Case each : GeneratedYears.of(seed)) {
            ReportNamedFigures figures = ReportNamedFigures.of(each.results(), each.term());
            ReportText text = text(each, figures);
            List<String> written = written(each);
            for (ReportLine line : lines(text)) {
                for (TextSpan span : line.spans()) {
                    if (span.figure() == null) {
                        assertThat(withoutWords(span.text(), written))
                                .describedAs("%s in: %s", each.term().address(), line.text())
                                .doesNotContainPattern("[0-9]");
                    } else {
                        ReportNamedFigure figure = figures.find(span.figure());
                        assertThat(figure).describedAs(span.figure()).isNotNull();
                        assertThat(figure.page()).startsWith("/");
                        assertThat(figure.meaning()).isNotBlank();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 6, 7})
    void proposesWordsThatFillInToTheSameReport(long seed) {
        for (GeneratedYears.Case each : GeneratedYears.of(seed)) {
            ReportNamedFigures figures = ReportNamedFigures.of(each.results(), each.term());
            ReportText proposed = ReportText.of(
                    each.results(), each.organisation(), SampleYears.TODAY, each.term(), each.offered(), null, figures);
            Map<ReportPart, String> words = new EnumMap<>(ReportPart.class);
            for (ReportPart part : ReportPart.values()) {
                words.put(part, OfficeWordingFiller.proposal(proposed, part));
            }
            assertThat(OfficeWordingFiller.in(proposed, words, figures, List.of()))
                    .isEqualTo(proposed);
        }
    }

    private static ReportText text(GeneratedYears.Case each, ReportNamedFigures figures) {
        GeneratedYears.Earlier before = each.earlier();
        ReportRestatement earlier = before == null
                ? null
                : ReportRestatement.of(
                        before.named(),
                        before.replaced(),
                        before.changes(),
                        before.district(),
                        "/reports/2024/issues/1",
                        figures::trace,
                        figures);
        return ReportText.of(
                each.results(), each.organisation(), SampleYears.TODAY, each.term(), each.offered(), earlier, figures);
    }

    private static List<ReportLine> lines(ReportText text) {
        List<ReportLine> lines = new ArrayList<>(text.notices());
        lines.add(text.opening());
        text.sections().forEach(section -> section.blocks().forEach(block -> lines.add(block.line())));
        lines.add(text.closing());
        for (Annex annex : text.annexes()) {
            lines.add(annex.unitOfMeasure());
            annex.columns().forEach(column -> lines.add(column.label()));
            annex.rows().forEach(row -> {
                lines.addAll(row.cells());
                lines.add(row.note());
            });
            lines.addAll(annex.notes());
        }
        return lines;
    }

    /** What people and instruments wrote, the longest first. */
    private static List<String> written(GeneratedYears.Case each) {
        Stream<String> targets = Stream.concat(
                        each.results().district().verdicts().stream(), each.results().district().aspirations().stream())
                .map(Verdict::target)
                .flatMap(NamedNumbersTest::words);
        Stream<String> units = each.results().units().stream().map(ScopeResults::name);
        Stream<String> people = Stream.of(
                each.results().publication() == null
                        ? ""
                        : each.results().publication().source(),
                each.earlier() == null ? "" : each.earlier().named(),
                "Còn 12 hồ sơ {x} **chưa** nhập theo sổ",
                "Tập huấn 2 buổi",
                "30/11/2024",
                "NQ17");
        Stream<String> corrected = each.earlier() == null
                ? Stream.empty()
                : each.earlier().changes().stream()
                        .flatMap(change -> Stream.of(change.unit(), change.reason() == null ? "" : change.reason()));
        return Stream.of(targets, units, people, corrected)
                .flatMap(words -> words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    private static Stream<String> words(Target target) {
        String clause = target.clause();
        return Stream.concat(
                Stream.of(target.label(), target.code(), clause == null ? "" : clause),
                target.instruments().stream()
                        .flatMap(instrument -> Stream.of(
                                instrument.title(),
                                instrument.title().split(" ban hành| sửa đổi| giao chỉ tiêu| của ")[0])));
    }

    private static String withoutWords(String text, List<String> written) {
        String rest = text;
        for (String words : written) {
            rest = rest.replace(words, "");
        }
        return rest.replaceAll(OF_THE_SENTENCES, "");
    }
}
