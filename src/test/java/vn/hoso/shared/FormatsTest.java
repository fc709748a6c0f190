package vn.hoso.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.period.StoredMonth;

class FormatsTest {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 0",
        "7, 7",
        "999, 999",
        "1000, 1.000",
        "10682, 10.682",
        "999999, 999.999",
        "1000000, 1.000.000",
        "9223372036854775807, 9.223.372.036.854.775.807",
        "-1553, −1.553",
    })
    void countsHaveAFullStopEveryThreeDigits(long number, String written) {
        assertThat(Formats.count(number)).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} is written {1} in tables and {2} in prose")
    @CsvSource(
            delimiter = '|',
            value = {
                "95.27 | 95,27% | 95,27%",
                "78.00 | 78,00% | 78%",
                "46.80 | 46,80% | 46,8%",
                "49.996 | 49,996% | 49,996%",
                "99.99999999999999999 | 99,99999999999999999% | 99,99999999999999999%",
                "0.00 | 0,00% | 0%",
                "0.001 | 0,001% | 0,001%",
                "100.00 | 100,00% | 100%",
                "1E+2 | 100% | 100%",
                "60.0000 | 60,0000% | 60%",
            })
    void percentagesHaveACommaAndNoSpace(BigDecimal percent, String inTables, String inProse) {
        assertThat(Formats.percent(percent)).isEqualTo(inTables);
        assertThat(Formats.percentInProse(percent)).isEqualTo(inProse);
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"2.31, '+2,31'", "-0.40, '−0,40'", "0.00, '0,00'", "-1553, −1.553"})
    void changesHaveTheirSignAndNoHyphen(BigDecimal change, String written) {
        assertThat(Formats.change(change)).isEqualTo(written);
    }

    /** The JDK's own Vietnamese format would round 0,125 and 2,5 to even. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.125", "0.135", "2.5", "46.785"})
    void neverDropsADigitItWasGiven(BigDecimal number) {
        assertThat(Formats.number(number)).isEqualTo(number.toPlainString().replace('.', ','));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"vi-VN", "en-US", "ar-EG", "de-DE"})
    void doesNotAskTheMachinesLanguage(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));

            assertThat(Formats.count(1_234_567)).isEqualTo("1.234.567");
            assertThat(Formats.percent(new BigDecimal("95.27"))).isEqualTo("95,27%");
            assertThat(Formats.date(LocalDate.of(2024, 3, 1))).isEqualTo("01/03/2024");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // 16:59:50Z is still the 31st in the district, ten seconds later it is the next month
        "2024-10-31T16:59:50Z, 23:59 ngày 31/10/2024",
        "2024-10-31T17:00:00Z, 00:00 ngày 01/11/2024",
        "2023-12-31T17:00:00Z, 00:00 ngày 01/01/2024",
    })
    void tellsTheTimeOfTheDistrict(Instant instant, String written) {
        assertThat(Formats.time(instant)).isEqualTo(written);
    }

    @Test
    void writesDayBeforeMonthBeforeYear() {
        assertThat(Formats.date(LocalDate.of(2023, 12, 31))).isEqualTo("31/12/2023");
        assertThat(Formats.month(YearMonth.of(2024, 9))).isEqualTo("09/2024");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2024-09-01, 2024-09-30, 09/2024",
        "2024-08-15, 2024-09-14, 09/2024 (15/08–14/09/2024)",
        "2024-09-01, 2024-09-14, 09/2024 (01/09–14/09/2024)",
        "2023-12-15, 2024-01-14, 01/2024 (15/12/2023–14/01/2024)"
    })
    void namesTheDaysOfAMonthThatIsNotTheCivilOne(LocalDate first, LocalDate last, String written) {
        assertThat(Formats.month(new StoredMonth(YearMonth.from(last), first, last)))
                .isEqualTo(written);
    }
}
