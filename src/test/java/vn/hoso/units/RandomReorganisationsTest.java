package vn.hoso.units;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.TableContents;
import vn.hoso.rates.Fraction;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.ReorganisationService.Outcome;
import vn.hoso.units.UnitCarriage.What;
import vn.hoso.units.UnitQueries.Version;

/**
 * Hundreds of reorganisations, one upon the other: whatever is merged, divided and called anew, each figure counts exactly once, and
 * an act that is withdrawn leaves no trace but the one in the trail.
 */
@ProgramTest(world = OWN)
class RandomReorganisationsTest {

    private static final int ROUNDS = 10;
    private static final int ACTS = 50;
    private static final int FEWEST = 12;
    private static final int MOST = 40;

    private final Random random = new Random(20250701);
    private final Set<String> free = new HashSet<>();
    private final Map<String, Integer> deeds = new HashMap<>();
    private int number;

    @Autowired
    private ReorganisationService service;

    @Autowired
    private UnitQueries units;

    @Autowired
    private Successions successions;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private CurrentUser by;
    private String content;

    @BeforeEach
    void hangThingsOnUnits() {
        by = people.named("quantri");
        jdbc.sql("insert into unit_contact select id, 'mot@example.vn', 1, now() from unit where id % 3 = 0")
                .update();
        jdbc.sql("insert into target_step select 3, id, 60 + id % 2 from unit where id % 2 = 0")
                .update();
        jdbc.sql("insert into user_unit select 1, id from unit where id % 4 = 0")
                .update();
        jdbc.sql("""
                        insert into follow_up (target_id, month, unit_id, task, responsible, due, made_by, made_by_name, made_at)
                        select 3, '2024-09-01', id, 'Việc', 'Một cửa', '2024-12-31', 1, 'a', now() from unit where id % 5 = 0
                        """).update();
        // Returns and their revisions are none of what an act writes; that they stay is asked at the end.
        content = TableContents.query(
                jdbc,
                name -> !name.startsWith("audit_")
                        && !name.startsWith("monthly_return")
                        && !name.startsWith("return_revision")
                        && !name.equals("results_revision"));
    }

    /**
     * Rounds of acts, each upon the one before; then they are withdrawn from the last to the first, each to the rows that it found.
     * The last round stays, and its new units report.
     */
    @Test
    void everyFigureCountsOnceAndAWithdrawnActLeavesNothing() {
        Map<Long, Long> figures = figures();
        for (int round = 1; round <= ROUNDS; round++) {
            LocalDate from = LocalDate.of(2024, 11, 1);
            Deque<Applied> applied = new ArrayDeque<>();
            free.clear();
            for (int act = 0; act < ACTS; act++) {
                from = from.plusMonths(1 + random.nextInt(2));
                Map<String, String> before = TableContents.read(jdbc, content);
                applied.push(new Applied(apply(from, lines(units.findOn(from.minusDays(1)))), before));
                countsOnce(figures, from);
                if (round == ROUNDS) {
                    report(figures, from);
                }
            }
            while (round < ROUNDS && !applied.isEmpty()) {
                Applied last = applied.pop();
                service.withdraw(last.act(), by);
                assertThat(TableContents.read(jdbc, content)).isEqualTo(last.before());
            }
        }
        assertThat(deeds).containsKeys("merged", "divided", "mixed", "reused", "changed", "begun", "ended");
        assertThat(figures()).isEqualTo(figures);
    }

    /** An act, and what the tables held before it. */
    private record Applied(long act, Map<String, String> before) {}

    private long apply(LocalDate from, String text) {
        ReorganisationPlan plan = service.preview(from, text).plan();
        assertThat(plan.lines()).as(text).allSatisfy(line -> assertThat(line.problems())
                .isEmpty());
        Outcome outcome = service.apply(
                new ReorganisationDraft(from, "1/NQ", null, null, null, text),
                EnumSet.allOf(What.class),
                plan.seen(),
                by);
        return Objects.requireNonNull(outcome.act());
    }

    /** What each unit has reported, of all months together. */
    private Map<Long, Long> figures() {
        Map<Long, Long> figures = new LinkedHashMap<>();
        jdbc.sql("select unit_id, sum(dossiers_received) as n from monthly_return group by unit_id order by unit_id")
                .query(row -> {
                    figures.put(row.getLong("unit_id"), row.getLong("n"));
                });
        return figures;
    }

    /** A new unit reports. */
    private void report(Map<Long, Long> figures, LocalDate month) {
        List<Version> there = units.findOn(month);
        long unit = there.get(random.nextInt(there.size())).unitId();
        long received = 1 + random.nextInt(1000);
        jdbc.sql("insert into reporting_month (month, first_day, last_day) values (:m, :m, :m) on conflict do nothing")
                .param("m", month)
                .update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, dossiers_received, status, source, version, changed_by_name,
                            changed_at) values (?, ?, ?, ?, 'DRAFT', 'FORM', 1, 'a', now())
                        """).params(1_000_000_000L + number++, unit, month, received).update();
        figures.merge(unit, received, Long::sum);
    }

    /** In today's geography units that are there count all that was reported, and each unit's parts make one. */
    private void countsOnce(Map<Long, Long> figures, LocalDate day) {
        Map<Long, List<Successions.Share>> shares = successions.until(day);
        shares.values().forEach(parts -> assertThat(
                        parts.stream().map(Successions.Share::part).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(Fraction.ONE));
        Map<Long, Fraction> today = new HashMap<>();
        figures.forEach((unit, n) -> shares.getOrDefault(unit, List.of(new Successions.Share(unit, Fraction.ONE)))
                .forEach(share -> today.merge(share.unitId(), share.part().times(Fraction.of(n, 1)), Fraction::plus)));
        assertThat(today.values().stream().reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(Fraction.of(
                        figures.values().stream().mapToLong(Long::longValue).sum(), 1));
        assertThat(Collections.disjoint(today.keySet(), shares.keySet())).isTrue();
    }

    /** Lines about units of a day, none in two of them. */
    private String lines(List<Version> before) {
        List<Version> left = new ArrayList<>(before);
        Collections.shuffle(left, random);
        List<String> lines = new ArrayList<>();
        int wanted = 1 + random.nextInt(3);
        for (int line = 0; line < wanted && left.size() >= 4; line++) {
            boolean many = before.size() > MOST;
            boolean few = before.size() < FEWEST;
            int dice = few ? 3 + random.nextInt(3) : random.nextInt(many ? 3 : 8);
            switch (dice) {
                case 0, 1, 2 -> lines.add(merged(left));
                case 3 -> lines.addAll(divided(left, false));
                case 4 -> lines.addAll(divided(left, true));
                case 5 -> lines.add(told("begun", "+ " + words(List.of())));
                case 6 -> lines.add(told("ended", "- " + ended(left.remove(0))));
                default -> {
                    Version changed = left.remove(0);
                    lines.add(told("changed", changed.words().code() + " > " + words(List.of(changed))));
                }
            }
        }
        return String.join("\n", lines);
    }

    private String told(String deed, String line) {
        deeds.merge(deed, 1, Integer::sum);
        return line;
    }

    private String ended(Version unit) {
        free.add(unit.words().code());
        return unit.words().name();
    }

    private String merged(List<Version> left) {
        List<Version> sources = new ArrayList<>(left.subList(0, 2 + random.nextInt(3)));
        left.removeAll(sources);
        String ended = sources.stream().map(this::ended).collect(Collectors.joining(", "));
        return told("merged", words(sources) + " = " + ended);
    }

    /** A unit goes into two or three by parts, into the last of them perhaps together with another. */
    private List<String> divided(List<Version> left, boolean mixed) {
        Version divided = left.remove(0);
        int below = List.of(100, 10, 8, 1000, 997).get(random.nextInt(5));
        int parts = 2 + random.nextInt(2);
        int rest = below;
        List<String> lines = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            boolean last = part == parts - 1;
            int above = last ? rest : 1 + random.nextInt(rest - (parts - 1 - part));
            rest -= above;
            List<Version> sources = new ArrayList<>(last ? List.of(divided) : List.<Version>of());
            String line = divided.words().code() + " " + above + "/" + below;
            if (last && mixed) {
                Version whole = left.remove(0);
                sources.add(whole);
                line += ", " + ended(whole);
            }
            lines.add(told(mixed ? "mixed" : "divided", words(sources) + " = " + line));
        }
        return lines;
    }

    /** A name and a code: of one of these units, of one that has ended, or new. */
    private String words(List<Version> sources) {
        number++;
        int dice = random.nextInt(3);
        String code = "R-" + number;
        if (dice == 0 && !sources.isEmpty()) {
            code = sources.get(0).words().code();
        } else if (dice == 1 && !free.isEmpty()) {
            code = free.stream()
                    .sorted()
                    .skip(random.nextInt(free.size()))
                    .findFirst()
                    .orElseThrow();
            told("reused", code);
        }
        free.remove(code);
        return "Xã Số " + number + "; " + code + "; xã";
    }
}
