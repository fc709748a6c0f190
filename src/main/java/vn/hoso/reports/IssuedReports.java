package vn.hoso.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CountedReturnQueries.CountedReturn;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.ReportDownloads.ReportDownload;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/** Reads the reports that were issued; each method is one statement. */
@Component
public class IssuedReports {

    private static final String SELECT = """
            select r.id, r.year, r.span, r.last_month, r.previous_id, r.provisional_reason, r.replacement_reason,
                r.inputs_sha256,
                r.issued_by, r.issued_by_name, r.issued_at,
                f.kind, f.name, octet_length(f.bytes) as size, f.sha256,
                g.number, g.signed_on, g.registered_by_name
            from issued_report r
            join issued_report_file f on f.report_id = r.id
            left join lateral (
                select * from issued_report_registration g where g.report_id = r.id
                order by g.registered_at desc, g.id desc limit 1) g on true
            """;

    /** Of one term: a year's reports reach as far as its figures did, a part ends where it ends. */
    private static final String OF_TERM =
            " where r.year = :year and r.span = :span and (r.span = 'YEAR' or r.last_month = :last)";

    private static final String FILES_IN_ORDER = " array_position(array['DOCUMENT', 'PDF', 'ANNEX'], f.kind)";

    private final JdbcClient jdbc;

    IssuedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every report issued in a year, whatever its term, the latest first. */
    public List<IssuedReport> findByYear(int year) {
        return list(jdbc.sql(SELECT + " where r.year = :year order by r.id desc," + FILES_IN_ORDER)
                .param("year", year));
    }

    /** The term's issued reports, the latest first. */
    public List<IssuedReport> findByTerm(ReportTerm term) {
        return list(jdbc.sql(SELECT + OF_TERM + " order by r.id desc," + FILES_IN_ORDER)
                .params(named(term)));
    }

    /** The term's latest issued report. */
    public Optional<IssuedReport> latest(ReportTerm term) {
        return findByTerm(term).stream().findFirst();
    }

    /**
     * What a report has to tell the corrections of: its term's latest, else the latest about the same kind of term before it in
     * its year, of the month before or a quarter; empty where there is none.
     *
     * @param ofYear every report issued in its year, the latest first
     */
    public static Optional<IssuedReport> earlier(ReportTerm term, List<IssuedReport> ofYear) {
        return ofYear.stream()
                .filter(each -> each.term().equals(term))
                .findFirst()
                .or(() -> ofYear.stream()
                        .filter(each -> !term.wholeYear()
                                && each.term().span() == term.span()
                                && each.lastMonth().isBefore(term.last()))
                        .max(Comparator.comparing(IssuedReport::lastMonth).thenComparing(IssuedReport::id)));
    }

    /** What a report had to tell the corrections of when it was issued. */
    static Optional<IssuedReport> told(IssuedReport by, List<IssuedReport> ofYear) {
        return earlier(
                by.term(), ofYear.stream().filter(each -> each.id() < by.id()).toList());
    }

    /**
     * A number that a report names another one by, and that the registry put right since.
     *
     * @param was the other report as it was named
     * @param now as it is named today
     */
    public record Renumbered(String was, String now) {}

    /** Whether the report's text, which never changes, names the one before it by a number that is another now. */
    public Optional<Renumbered> renumbered(IssuedReport report, List<IssuedReport> ofYear) {
        return told(report, ofYear)
                .flatMap(named -> registered(named, report.issuedAt())
                        .filter(then -> inputs(report).contains(then.number()))
                        .map(then -> new Renumbered(named.with(then).named(), named.named())))
                .filter(each -> !each.was().equals(each.now()));
    }

    private Optional<IssuedReport.Registration> registered(IssuedReport report, Instant until) {
        return jdbc.sql("""
                        select g.number, g.signed_on, g.registered_by_name as "by" from issued_report_registration g
                        where g.report_id = :id and g.registered_at <= :until
                        order by g.registered_at desc, g.id desc limit 1
                        """)
                .param("id", report.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(IssuedReport.Registration.class)
                .optional();
    }

    /** The report that followed this one, if any did. */
    public Optional<IssuedReport> following(IssuedReport report) {
        return list(jdbc.sql(SELECT + " where r.previous_id = :id order by" + FILES_IN_ORDER)
                        .param("id", report.id()))
                .stream()
                .findFirst();
    }

    /** Another report that bears the number, which the registry counts anew each year; capitals and blanks aside. */
    Optional<IssuedReport> bearing(String number, int signedIn, IssuedReport butFor) {
        return list(jdbc.sql(SELECT + """
                         where r.id <> :id and extract(year from g.signed_on) = :year
                            and lower(replace(g.number, ' ', '')) = lower(replace(:number, ' ', ''))
                         order by r.id,""" + FILES_IN_ORDER)
                        .param("id", butFor.id())
                        .param("year", signedIn)
                        .param("number", number))
                .stream()
                .findFirst();
    }

    /**
     * One report.
     *
     * @throws UserFacingException with 404 if the term has no such report
     */
    public IssuedReport one(ReportTerm term, long id) {
        return list(jdbc.sql(SELECT + OF_TERM + " and r.id = :id order by" + FILES_IN_ORDER)
                        .params(named(term))
                        .param("id", id))
                .stream()
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reports.issue.not-found"));
    }

    private static Map<String, Object> named(ReportTerm term) {
        return Map.of(
                "year", term.year(),
                "span", term.span().name(),
                "last", term.last().atDay(1));
    }

    /** A file as it was stored. */
    public ReportDownload file(IssuedReport report, IssuedReport.Kind kind) {
        return jdbc.sql("""
                        select f.plain_name, f.name, f.media_type, f.bytes from issued_report_file f
                        where f.report_id = :id and f.kind = :kind
                        """)
                .param("id", report.id())
                .param("kind", kind.name())
                .query(ReportDownload.class)
                .single();
    }

    /** What the report was made of, as JSON for {@link DraftSnapshot}. */
    String inputs(IssuedReport report) {
        return jdbc.sql("select r.inputs from issued_report r where r.id = :id")
                .param("id", report.id())
                .query(String.class)
                .single();
    }

    /** What the report was made of. */
    public ReportDraft draft(IssuedReport report) {
        return DraftSnapshot.read(inputs(report));
    }

    /** The revisions it counted. */
    public List<CountedReturn> counted(IssuedReport report) {
        return jdbc.sql("select c.return_id, c.version from issued_report_return c where c.report_id = :id")
                .param("id", report.id())
                .query(new SimplePropertyRowMapper<>(CountedReturn.class))
                .list();
    }

    private static List<IssuedReport> list(StatementSpec statement) {
        Map<Long, IssuedReport> found = new LinkedHashMap<>();
        statement.query(row -> {
            found.computeIfAbsent(row.getLong("id"), id -> report(row)).files().add(file(row));
        });
        return List.copyOf(found.values());
    }

    private static IssuedReport.File file(ResultSet row) throws SQLException {
        return new IssuedReport.File(
                IssuedReport.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("size"),
                row.getString("sha256"));
    }

    private static IssuedReport report(ResultSet row) {
        try {
            String number = row.getString("number");
            PeriodSpan span = PeriodSpan.valueOf(row.getString("span"));
            YearMonth last = Rows.month(row, "last_month");
            return new IssuedReport(
                    row.getLong("id"),
                    span == PeriodSpan.YEAR ? ReportTerm.year(row.getInt("year")) : new ReportTerm(span, last),
                    last,
                    row.getObject("previous_id", Long.class),
                    row.getString("provisional_reason"),
                    row.getString("replacement_reason"),
                    row.getString("inputs_sha256"),
                    row.getLong("issued_by"),
                    row.getString("issued_by_name"),
                    Rows.instant(row, "issued_at"),
                    number == null
                            ? null
                            : new IssuedReport.Registration(
                                    number,
                                    row.getObject("signed_on", LocalDate.class),
                                    row.getString("registered_by_name")),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
