package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.hoso.fields.UnusedColumns;
import vn.hoso.figures.MonthGridQueries.GridSnapshot;
import vn.hoso.figures.MonthQueries.Remark;
import vn.hoso.figures.MonthTotals;
import vn.hoso.figures.domain.Measure;
import vn.hoso.period.MonthDays;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

class FoldedColumnsTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 10);
    private static final FoldedColumns UNUSED = folding("payment", "onlineReported", "fullProcess");

    private static FoldedColumns folding(String... names) {
        UnusedColumns unused = mock(UnusedColumns.class);
        when(unused.names()).thenReturn(Set.of(names));
        return new FoldedColumns(unused);
    }

    private static GridSnapshot month(Set<Measure> stored, Map<Long, List<Remark>> remarks) {
        MonthTotals.Part all = new MonthTotals.Part(0, 0, 0, Map.of(), stored);
        return new GridSnapshot(
                MONTH,
                MonthDays.CIVIL.of(MONTH),
                null,
                null,
                List.of(new Unit(1, "A", "Xã A", SampleKinds.COMMUNE), new Unit(2, "B", "Xã B", SampleKinds.COMMUNE)),
                Map.of(),
                Map.of(),
                new MonthTotals(all, all),
                remarks,
                Map.of());
    }

    @Test
    void foldsWhatNobodyUsesAndNothingThatAReturnMustHave() {
        assertThat(UNUSED.at(month(Set.of(), Map.of()), Measure.OWN, UnsavedEdits.NONE))
                .containsExactlyInAnyOrder(Measure.ONLINE_REPORTED, Measure.PAYABLE, Measure.PAID_ONLINE);
        assertThat(folding().at(month(Set.of(), Map.of()), Measure.OWN, UnsavedEdits.NONE))
                .isEmpty();
    }

    @Test
    void showsAPairInWhichAFigureIsStoredTypedOrAskedAbout() {
        assertThat(UNUSED.at(month(Set.of(Measure.PAYABLE), Map.of()), Measure.OWN, UnsavedEdits.NONE))
                .containsExactly(Measure.ONLINE_REPORTED);

        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(Map.of("u1.version", List.of("0")));
        fields.add("u1.note", "");
        Measure.OWN.forEach(measure -> fields.add("u1." + measure.field(), measure == Measure.PAID_ONLINE ? "5" : " "));
        assertThat(UNUSED.at(
                        month(Set.of(), Map.of()),
                        Measure.OWN,
                        UnsavedEdits.unsaved(MonthForm.of(fields, Measure.OWN))))
                .containsExactly(Measure.ONLINE_REPORTED);

        Remark remark = new Remark(1, Measure.ONLINE_REPORTED, "?", "A", Instant.EPOCH);
        assertThat(UNUSED.at(month(Set.of(), Map.of(2L, List.of(remark))), Measure.OWN, UnsavedEdits.NONE))
                .containsExactlyInAnyOrder(Measure.PAYABLE, Measure.PAID_ONLINE);
    }
}
