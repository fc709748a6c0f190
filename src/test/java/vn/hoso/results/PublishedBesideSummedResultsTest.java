package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.results.PublishedBesideSummedResults.Row;

class PublishedBesideSummedResultsTest {

    @Test
    void thePlansYearAndItsDemonstrationAgree() {
        PublishedBesideSummedResults found =
                PublishedBesideSummedResults.of(SampleResults.demonstration2023(), List.of());

        assertThat(found.rows())
                .extracting(Row::published)
                .containsExactly(11212L, 10682L, 14874L, 11602L, 48254L, 22574L);
        assertThat(found.rows()).extracting(Row::difference).containsOnly(0L);
        assertThat(found.differs()).isFalse();
        assertThat(found.unclassifiedPublished()).isEqualTo(290);
    }

    @Test
    void namesTheDifferenceAndWhatIsMissing() {
        YearResults all = SampleResults.demonstration2023();
        ScopeResults silent = all.units().get(0);
        YearResults lacking = new YearResults(
                all.period(),
                all.publication(),
                all.district(),
                all.units().subList(1, all.units().size()),
                new ResultsCoverage(276, 264, 264, List.of()),
                all.openItems(),
                false,
                true,
                SampleOrganisations.TUY_PHUOC,
                null);
        PublishedBesideSummedResults found = PublishedBesideSummedResults.of(lacking, List.of());

        assertThat(found.differs()).isTrue();
        assertThat(found.missingMonths()).isEqualTo(12);
        assertThat(found.rows().get(4).difference()).isEqualTo(silent.counts().dossiersReceived());
        assertThat(found.rows().get(5).difference()).isEqualTo(silent.counts().onlineTotal());
    }

    @Test
    void withoutMonthsNothingIsSummedWhichIsNotZero() {
        PublishedBesideSummedResults found = PublishedBesideSummedResults.of(SampleResults.published2023(), List.of());

        assertThat(found.rows()).extracting(Row::summed).containsOnlyNulls();
        assertThat(found.rows()).extracting(Row::difference).containsOnlyNulls();
        assertThat(found.unclassifiedSummed()).isNull();
        assertThat(found.differs()).isFalse();
    }

    @Test
    void aYearThatNobodyPublishedHasNothingBeside() {
        assertThat(PublishedBesideSummedResults.of(SampleResults.provisional2024(), List.of()))
                .isNull();
    }
}
