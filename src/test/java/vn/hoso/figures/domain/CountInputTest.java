package vn.hoso.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.shared.Formats;

class CountInputTest {

    @ParameterizedTest(name = "“{0}” is {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0|0",
                "7|7",
                "007|7",
                "000|0",
                "999|999",
                "1000|1000",
                "10682|10682",
                "10.682|10682",
                "10 682|10682",
                "10\u00A0682|10682",
                "10\u202F682|10682",
                "10\u2007682|10682",
                "1.234|1234",
                "1.234.567|1234567",
                "1 234 567|1234567",
                " 12 |12",
                "\u00A012\u00A0|12",
                "\t12|12",
                // leading zeros add no size
                "000000000000000000000000012|12",
                // the most a unit may report
                "9999999|9999999",
                "9.999.999|9999999",
            })
    void readsWhatCanOnlyMeanOneNumber(String typed, int number) {
        assertThat(CountInput.read(typed)).isEqualTo(new CountInput.Reading.Says(new FigureValue.Number(number)));
    }

    @ParameterizedTest(name = "“{0}” breaks {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // beyond the most, beyond an int, beyond a long
                "10000000 | tooLarge",
                "10.000.000 | tooLarge",
                "2147483648 | tooLarge",
                "4294967296 | tooLarge",
                "99999999999 | tooLarge",
                "999999999999999999 | tooLarge",
                "9223372036854775808 | tooLarge",
                "18446744073709551617 | tooLarge",
                // below nothing
                "-1 | negative",
                "\u22121 | negative",
                "\u20131 | negative",
                "-1.5 | negative",
                "-0 | negative",
                // a fraction, or a full stop in the wrong place
                "1.5 | ambiguous",
                "1,5 | ambiguous",
                "10.68 | ambiguous",
                "10.6820 | ambiguous",
                "1,234 | ambiguous",
                "1e3 | ambiguous",
                "1E3 | ambiguous",
                "1.23.456 | ambiguous",
                "1.2345 | ambiguous",
                "1234.567 | ambiguous",
                "1.234,5 | ambiguous",
                "1.234 567 | ambiguous",
                "1 234.567 | ambiguous",
                "12 34 | ambiguous",
                "1. | ambiguous",
                "10..682 | ambiguous",
                // nobody groups from a leading zero: rather a fraction
                "0.123 | ambiguous",
                "0 123 | ambiguous",
                "007.123 | ambiguous",
                "00.000 | ambiguous",
                // a dash is not 0 until a person says so
                "- | dash",
                "– | dash",
                "-- | dash",
                // no number at all; the JDK's parser would take the digits of other scripts
                "１２３ | notANumber",
                "٠١٢ | notANumber",
                "१२ | notANumber",
                "1２ | notANumber",
                "abc | notANumber",
                "12a | notANumber",
                "0x10 | notANumber",
                "NaN | notANumber",
                "Infinity | notANumber",
                "+5 | notANumber",
                "=1+1 | notANumber",
                ".5 | notANumber",
                "² | notANumber",
                "xx | notANumber",
                "1\u200B2 | notANumber",
            })
    void refusesTheRestAndSaysWhy(String typed, String rule) {
        assertThat(CountInput.read(typed)).isEqualTo(new CountInput.Reading.Breaks(rule));
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(strings = {"", " ", "\u00A0", "\u202F", "\t", "\r\n"})
    void nothingTypedIsNotReportedRatherThanZero(String typed) {
        assertThat(CountInput.read(typed)).isEqualTo(new CountInput.Reading.Says(FigureValue.NOT_REPORTED));
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(strings = {"x", "X", " x ", "\u00A0X"})
    void anXSaysThatItDoesNotApply(String typed) {
        assertThat(CountInput.read(typed)).isEqualTo(new CountInput.Reading.Says(FigureValue.NOT_APPLICABLE));
    }

    @Test
    void readsBackEveryNumberAsTheProgramWritesIt() {
        Random random = new Random(20240105);
        for (int i = 0; i < 20_000; i++) {
            int number = random.nextInt((int) Math.pow(10, 1 + random.nextInt(7)));
            var says = new CountInput.Reading.Says(new FigureValue.Number(number));

            assertThat(CountInput.read(Formats.count(number))).isEqualTo(says);
            assertThat(CountInput.read(String.valueOf(number))).isEqualTo(says);
        }
    }
}
