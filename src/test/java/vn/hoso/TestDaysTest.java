package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The program's day is Việt Nam's. From 17:00 on by a machine's clock in UTC it is the next one there, on the last day of a month
 * in another month: a test that asked the machine would fail then.
 */
class TestDaysTest {

    private static final Pattern DAY_OF_THE_MACHINE =
            Pattern.compile("\\b(LocalDate|LocalDateTime|YearMonth|ZonedDateTime)\\.now\\(\\)|\\bcurrent_" + "date\\b");

    @Test
    void noTestAsksTheMachineWhatDayItIs() {
        assertThat(SourceFiles.below(Path.of("src/test/java"), ".java")).allSatisfy((file, text) -> assertThat(
                        DAY_OF_THE_MACHINE.matcher(text).find())
                .as(file.toString())
                .isFalse());
    }
}
