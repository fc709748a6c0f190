package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportText;

class DocumentViewTest {

    private static Annex.Row row(boolean total, String order) {
        return new Annex.Row(total, order, order, null, List.of(), ReportLine.EMPTY);
    }

    /** A report with these units, a heading above the last fifteen of them, and the total. */
    private static ReportText text(int units) {
        ReportText sample = ReportText.of(SampleYears.provisional2024(), SampleYears.TUY_PHUOC, SampleYears.TODAY);
        Annex annex = sample.annex();
        List<Annex.Row> rows = Stream.of(
                        IntStream.rangeClosed(1, units - 15).mapToObj(each -> row(false, String.valueOf(each))),
                        Stream.of(row(false, "")),
                        IntStream.rangeClosed(units - 14, units).mapToObj(each -> row(false, String.valueOf(each))),
                        Stream.of(row(true, "")))
                .flatMap(each -> each)
                .toList();
        return new ReportText(
                sample.letterhead(),
                sample.title(),
                sample.subject(),
                sample.notices(),
                sample.grounds(),
                sample.opening(),
                sample.sections(),
                sample.closing(),
                sample.signature(),
                new Annex(
                        annex.mark(),
                        annex.title(),
                        annex.attached(),
                        annex.unitOfMeasure(),
                        annex.columns(),
                        rows,
                        annex.notes(),
                        annex.fitted()),
                sample.warning(),
                sample.addressees(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "200, 1, 1, 200, 186, false",
                "201, 1, 1, 50, -, true",
                "201, 4, 151, 200, 187, true",
                "201, 5, 201, 201, 201, true",
                "210, 5, 201, 210, 201, true",
            })
    void aPartKeepsTheHeadingAndTheTotal(
            int units, int part, int first, int last, @Nullable Integer headed, boolean cut) {
        DocumentView view = DocumentView.onPage(text(units), part);
        List<Annex.Row> rows = view.rows(view.text().annex());

        assertThat(view.units()).isEqualTo(units);
        assertThat(view.cut()).isEqualTo(cut);
        assertThat(rows.stream().map(Annex.Row::order).filter(order -> !order.isEmpty()))
                .containsExactlyElementsOf(IntStream.rangeClosed(first, last)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(rows.get(rows.size() - 1).total()).isTrue();
        int heading = IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).heading())
                .findFirst()
                .orElse(-1);
        if (headed == null) {
            assertThat(heading).isNegative();
        } else {
            assertThat(rows.get(heading + 1).order()).isEqualTo(String.valueOf(headed));
        }
    }
}
