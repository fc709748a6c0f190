package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B: its eight digits end in our six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(TotpCode.at(SECRET, TotpCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"59, true", "30, true", "0, true", "89, true", "90, false", "119, false"})
    void takesTheCodeOfSecond59OneStepEarlierAndLaterAndNoFurther(long second, boolean taken) {
        OptionalLong step = TotpCode.matching(SECRET, "287082", Instant.ofEpochSecond(second));
        assertThat(step).isEqualTo(taken ? OptionalLong.of(1) : OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource({"287083", "28708", "2870820", "''", "abc"})
    void takesNoOther(String code) {
        assertThat(TotpCode.matching(SECRET, code, Instant.ofEpochSecond(59))).isEmpty();
    }
}
