package vn.hoso.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.rates.Fraction;

/** Which units came of which: the way from the units that reported to the units that are there now. */
@Component
public class Successions {

    private final JdbcClient jdbc;

    Successions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of a unit's figures.
     *
     * @param unitId the unit for which it counts
     * @param part more than 0, at most 1; the parts of a unit make one
     */
    public record Share(long unitId, Fraction part) {}

    private record Step(long predecessor, long successor, int numerator, int denominator) {}

    /**
     * Where the figures of each unit that had ended by a reorganisation until the day count now, through any number of acts. A
     * unit that is not a key counts for itself. One statement.
     */
    public Map<Long, List<Share>> until(LocalDate day) {
        Map<Long, List<Share>> ended = new LinkedHashMap<>();
        // The latest acts first, so that whatever came of a unit is known before the unit is asked for.
        for (Step step : jdbc.sql("""
                        select s.predecessor, s.successor, s.numerator, s.denominator
                        from unit_succession s join reorganisation act on act.id = s.reorganisation_id
                        where act.effective_on <= :day
                        order by act.effective_on desc, act.id desc, s.predecessor, s.successor
                        """).param("day", day).query(Step.class).list()) {
            List<Share> shares = ended.computeIfAbsent(step.predecessor(), unit -> new ArrayList<>());
            Fraction part = Fraction.of(step.numerator(), step.denominator());
            ended.getOrDefault(step.successor(), List.of(new Share(step.successor(), Fraction.ONE)))
                    .forEach(share -> add(shares, share.unitId(), share.part().times(part)));
        }
        return ended;
    }

    /** Parts of a unit that were divided and came together again are one part. */
    private static void add(List<Share> shares, long unitId, Fraction part) {
        for (int at = 0; at < shares.size(); at++) {
            if (shares.get(at).unitId() == unitId) {
                shares.set(at, new Share(unitId, shares.get(at).part().plus(part)));
                return;
            }
        }
        shares.add(new Share(unitId, part));
    }
}
