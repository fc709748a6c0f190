package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateClassesTest {

    private static final RateClasses CLASSES = RateClasses.of(List.of(new BigDecimal("60.00"), new BigDecimal(50)));

    @Test
    void everyTargetIsABorder() {
        assertThat(CLASSES.bounds().stream().map(BigDecimal::toPlainString)).containsExactly("25", "50", "60", "80");
        assertThat(CLASSES.size()).isEqualTo(5);
    }

    @Test
    void withoutTargetsTheClassesAreFifths() {
        assertThat(RateClasses.of(List.of()).bounds().stream().map(BigDecimal::toPlainString))
                .containsExactly("20", "40", "60", "80");
    }

    @Test
    void oneTargetMakesFourClasses() {
        assertThat(RateClasses.of(List.of(new BigDecimal(50))).bounds().stream().map(BigDecimal::toPlainString))
                .containsExactly("25", "50", "75");
    }

    @ParameterizedTest(name = "{0}/{1} is of class {2}")
    @CsvSource({
        "0, 1, 0",
        "24999, 100000, 0",
        "1, 4, 1",
        "49999, 100000, 1",
        "1, 2, 2",
        "59999, 100000, 2",
        "60000, 100000, 3",
        "79999, 100000, 3",
        "80000, 100000, 4",
        "1, 1, 4",
    })
    void aClassBeginsExactlyAtItsBound(long online, long received, int expected) {
        assertThat(CLASSES.of(new Rate(online, received))).isEqualTo(expected);
    }
}
