package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoso.reports.domain.ReportSentences;

/** What every indicator needs, a new one too; its words on screen are asked for by {@code MessagesTest}. */
class IndicatorTest {

    private static final Counts EVERYTHING = new Counts(310, 280, 190, 150, 700, 440, new PaymentCounts(90, 70));

    @ParameterizedTest
    @MethodSource("vn.hoso.rates.Indicator#own")
    void isAShareOfWhatACompleteReturnHolds(Indicator indicator) {
        Rate rate = indicator.of(EVERYTHING);

        assertThat(rate).isNotNull();
        assertThat(rate.arisen()).isTrue();
        assertThat(Arrays.stream(Count.values()).filter(indicator::adds)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("vn.hoso.rates.Indicator#own")
    void isUnknownOnlyWhereAnOptionalCountIsMissing(Indicator indicator) {
        Counts without = new Counts(310, 280, 190, 150, 700, 440, null);

        assertThat(indicator.of(without) == null).isEqualTo(indicator.optional());
    }

    /** Frozen reports and offices' own words know figures by these names. */
    @Test
    void hasANameOfItsOwnForItsFigures() {
        assertThat(Indicator.own().stream().map(Indicator::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(_[a-z]+)*"))
                .startsWith("toan_trinh", "mot_phan", "tong_so", "duoc_cung_cap", "thanh_toan");
    }

    @ParameterizedTest
    @MethodSource("vn.hoso.rates.Indicator#own")
    void isCalledSomethingInDocuments(Indicator indicator) {
        assertThat(ReportSentences.text("counted." + indicator)).isNotBlank();
        assertThat(ReportSentences.text("workbook." + indicator)).isNotBlank();
    }
}
