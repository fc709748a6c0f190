package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.shared.Formats;

/** Whom a leader may call about returns: three units have not handed in September 2024, due on 05/10. */
@ProgramTest
@Transactional
class LateMonthsTest {

    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    @Autowired
    private JdbcClient jdbc;

    private Map<Long, Integer> late(String day, YearMonth to) {
        Clock clock = Clock.fixed(
                LocalDate.parse(day).atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        return new DeadlineQueries(jdbc, clock)
                .unitsToAsk(JANUARY, to, List.of()).entrySet().stream()
                        .filter(each -> each.getValue().late() > 0)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().late()));
    }

    @Test
    void aMonthIsLateAfterItsDeadlineAndNotBefore() {
        assertThat(late("2024-10-05", SEPTEMBER)).isEmpty();
        assertThat(late("2024-10-06", SEPTEMBER)).hasSize(3).allSatisfy((unit, months) -> assertThat(months)
                .isEqualTo(1));
        // The first unit's October is typed on 01/11: nobody is late with it before 06/11.
        assertThat(late("2024-11-05", SEPTEMBER.plusMonths(1))).isEqualTo(late("2024-11-05", SEPTEMBER));
        assertThat(late("2024-11-06", SEPTEMBER.plusMonths(1))).hasSize(23).containsValue(2);
    }

    @Test
    void nobodyIsLateWithAMonthThatIsLocked() {
        jdbc.sql("update reporting_month set state = 'LOCKED' where month = '2024-09-01'")
                .update();
        assertThat(late("2024-10-06", SEPTEMBER)).isEmpty();
    }

    @Test
    void whoIsCalledForAnotherReasonIsThereWithTheirContact() {
        Clock clock = Clock.fixed(
                LocalDate.parse("2024-10-05").atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        assertThat(new DeadlineQueries(jdbc, clock).unitsToAsk(JANUARY, YearMonth.of(2024, 8), List.of(2L)))
                .hasSize(1)
                .hasEntrySatisfying(2L, asked -> {
                    assertThat(asked.late()).isZero();
                    assertThat(asked.contact().known()).isTrue();
                });
    }
}
