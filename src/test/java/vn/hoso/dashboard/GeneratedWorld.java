package vn.hoso.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Forty units with three years of seeded random months: some late, some incomplete, some corrected later, some of units
 * that handle no partial procedure. Takes the place of the demonstration within the test's transaction.
 */
final class GeneratedWorld {

    static final YearMonth FIRST = YearMonth.of(2021, 1);
    static final int MONTHS = 36;
    static final int UNITS = 40;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long FREE_IDS = 90_000_000;

    private static final String COLUMNS = """
            (id, unit_id, month, full_process_received, full_process_online, partial_received, partial_online, partial_na,
             dossiers_received, online_reported, payable, paid_online, status, source, version, changed_by_name, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'FORM', ?, 'thử', ?)
            """;
    private static final String REVISION_COLUMNS = COLUMNS.replace("unit_id, month,", "return_id, full_process_na,");

    /** A unit, in the order of documents. */
    record Member(long id, String name, YearMonth since) {}

    /** A complete return as it was stored at some time; the later one of a month holds. */
    record Stored(long unitId, YearMonth month, Instant at, Tally tally, boolean approved) {}

    private final Random random = new Random(2679);
    private final List<Member> members = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();
    private final List<Object[]> returns = new ArrayList<>();
    private final List<Object[]> revisions = new ArrayList<>();

    static GeneratedWorld fill(JdbcTemplate jdbc) {
        GeneratedWorld world = new GeneratedWorld();
        retireTheDemonstration(jdbc);
        world.register(jdbc);
        for (Member member : world.members) {
            int usual = 1 + world.random.nextInt(member.name.endsWith("7") ? 2 : 120);
            double online = 0.5 + 0.5 * world.random.nextDouble();
            boolean partialToo = world.random.nextInt(12) > 0;
            for (int i = 0; i < MONTHS; i++) {
                world.month(member, FIRST.plusMonths(i), usual, online, partialToo);
            }
        }
        jdbc.batchUpdate("insert into monthly_return " + COLUMNS, world.returns);
        jdbc.batchUpdate("insert into return_revision " + REVISION_COLUMNS, world.revisions);
        return world;
    }

    private static void retireTheDemonstration(JdbcTemplate jdbc) {
        jdbc.update("delete from published_year");
        jdbc.update("update monthly_return set dossiers_received = null where month < date '2024-01-01'");
        jdbc.update("update unit_version set valid = daterange(null, date '2020-01-01')");
        jdbc.update(
                "update target set valid_from = date '2021-01-01', valid_until = null where code in ('NQ17', 'QĐ2679')");
        jdbc.update("""
                insert into reporting_month (month, first_day, last_day)
                select cast(m as date), cast(m as date), cast(m + interval '1 month' - interval '1 day' as date)
                from generate_series(date '2021-01-01', date '2023-12-01', interval '1 month') m
                on conflict do nothing
                """);
    }

    private void register(JdbcTemplate jdbc) {
        List<Long> ids = jdbc.queryForList(
                "insert into unit (version) select 0 from generate_series(1, ?) returning id", Long.class, UNITS);
        for (int i = 0; i < UNITS; i++) {
            YearMonth since = i % 13 == 5 ? YearMonth.of(2022, 4) : FIRST;
            Member member = new Member(ids.get(i), "Xã Thử %02d".formatted(i), since);
            members.add(member);
            jdbc.update(
                    "insert into unit_version (unit_id, kind, code, name, valid) values (?, 'COMMUNE', ?, ?, daterange(?, null))",
                    member.id,
                    "X-%02d".formatted(i),
                    member.name,
                    since.atDay(1));
        }
    }

    private void month(Member member, YearMonth month, int usual, double online, boolean partialToo) {
        if (month.isBefore(member.since) || random.nextInt(25) == 0) {
            return;
        }
        long id = FREE_IDS + returns.size();
        Instant first = at(month.plusMonths(1).atDay(10));
        if (random.nextInt(30) == 0) {
            Object[] draft = columns(id, member.id, month, Tally.NONE, null, true, false, 1, first);
            draft[8] = null;
            returns.add(draft);
            return;
        }
        boolean corrected = random.nextInt(5) == 0;
        Instant second = at(month.plusMonths(2).atDay(25));
        Object[] latest = version(id, member, month, usual, online, partialToo, 1, first);
        if (corrected) {
            latest = version(id, member, month, usual, online, partialToo, 2, second);
        }
        returns.add(latest);
    }

    private Object[] version(
            long id,
            Member member,
            YearMonth month,
            int usual,
            double online,
            boolean partialToo,
            int version,
            Instant at) {
        long received = random.nextInt(2 * usual);
        long eligible = Math.round(received * (0.6 + 0.4 * random.nextDouble()));
        long full = partialToo ? random.nextInt((int) eligible + 1) : eligible;
        long partial = eligible - full;
        long fullOnline = part(full, online);
        long partialOnline = part(partial, online);
        long spare = received - fullOnline - partialOnline;
        Long reported = random.nextInt(3) == 0
                ? Long.valueOf(fullOnline + partialOnline + random.nextInt((int) Math.min(4, spare) + 1))
                : null;
        Long payable = random.nextBoolean() ? Long.valueOf(random.nextInt((int) received + 1)) : null;
        Long paid = payable == null ? null : Long.valueOf(random.nextInt(payable.intValue() + 1));
        Tally tally = new Tally(
                full,
                fullOnline,
                partial,
                partialOnline,
                received,
                reported == null ? fullOnline + partialOnline : reported,
                payable,
                paid);
        boolean approved = approved(member, month, version);
        stored.add(new Stored(member.id, month, at, tally, approved));
        Object[] revision =
                columns(FREE_IDS + revisions.size(), id, null, tally, reported, partialToo, approved, version, at);
        revisions.add(revision);
        return columns(id, member.id, month, tally, reported, partialToo, approved, version, at);
    }

    /** Every third unit has all of its returns approved; of the others some wait, the first version or the corrected one. */
    private boolean approved(Member member, YearMonth month, int version) {
        int place = members.indexOf(member);
        return place % 3 == 0 || (place + month.getMonthValue() + version) % 5 > 0;
    }

    private long part(long of, double online) {
        return Math.min(of, Math.round(of * (online + 0.2 * (random.nextDouble() - 0.5))));
    }

    /** A revision has no month; in its place stands whether full-process procedures are not applicable. */
    private static Object[] columns(
            long id,
            long of,
            @Nullable YearMonth month,
            Tally tally,
            @Nullable Long reported,
            boolean partialToo,
            boolean approved,
            int version,
            Instant at) {
        return new Object[] {
            id,
            of,
            month == null ? Boolean.FALSE : month.atDay(1),
            tally.fullReceived(),
            tally.fullOnline(),
            partialToo ? tally.partialReceived() : null,
            partialToo ? tally.partialOnline() : null,
            !partialToo,
            tally.received(),
            reported,
            tally.payable(),
            tally.paid(),
            approved ? "APPROVED" : "SUBMITTED",
            version,
            at.atZone(ZONE).toOffsetDateTime()
        };
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    List<Member> members() {
        return members;
    }

    List<Stored> stored() {
        return stored;
    }
}
