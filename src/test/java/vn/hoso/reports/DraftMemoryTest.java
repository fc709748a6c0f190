package vn.hoso.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.ReportIssuing.Outcome;
import vn.hoso.reports.ReportIssuing.Wish;
import vn.hoso.reports.domain.ReportBlock;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.results.ResultsGeography;

/** A draft is given again exactly as long as nothing changed of what it is made of. Has its own database to change. */
@ProgramTest(world = OWN)
class DraftMemoryTest {

    private static final ReportTerm YEAR = ReportTerm.year(2024);

    @Autowired
    private ReportDrafts drafts;

    @Autowired
    private IssuedReports issued;

    @Autowired
    private ReportIssuing issuing;

    @Autowired
    private RestatementService restatements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Statements statements;

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    private DraftedReport draft(ReportTerm term) {
        return drafts.draft(term, ResultsGeography.AS_REPORTED, issued.findByYear(term.year()), people.reviewer());
    }

    /** The same of which nothing is remembered. */
    private DraftedReport anew(ReportTerm term) {
        return Objects.requireNonNull(transaction.execute(status -> draft(term)));
    }

    private void change(String sql) {
        assertThat(jdbc.sql(sql).update()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            figures | update monthly_return set dossiers_received = dossiers_received + 1 where unit_id = 2 and month = '2024-08-01'
            reason beside figures | update monthly_return set note = 'Nghỉ Tết kéo dài' where unit_id = 2 and month = '2024-02-01'
            published | update published_year set note = 'Chưa khép lại', full_process_received = full_process_received + 1 where year = 2023
            units | update unit_version set name = concat(name, ' A') where unit_id = 2
            organisation | update organisation_version set name = concat(name, ' A'), version = version + 1
            targets | update target set label = concat(label, ' A')
            instruments | update legal_instrument set number = concat(number, 'A')
            note | insert into unit_note (id, version, unit_id, month, kind, text, for_report, withdrawn, written_by, written_by_name, written_at) select 900001, 1, 2, date '2024-02-01', 'EXPLANATION', 'Máy chủ dừng', true, false, id, display_name, now() from app_user where username = 'dieutri'
            task | insert into follow_up (target_id, month, unit_id, task, responsible, due, made_by, made_by_name, made_at) select (select id from target where code = 'QĐ2679'), '2024-09-01', 2, 'Hướng dẫn tại nhà', 'UBND thị trấn', '2024-12-15', id, display_name, now() from app_user where username = 'vanphong'
            task carried on | insert into follow_up_carried select max(id), 3 from follow_up where unit_id = 2 and state = 'OPEN'
            task done | update follow_up set state = 'CLOSED', result = 'Xong', closed_by = made_by, closed_by_name = made_by_name, closed_at = now() where state = 'OPEN'
            stated | insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state, entered_by, entered_by_name, entered_at) select 2, 2024, '2024-08-01', 'DOSSIERS_RECEIVED', 'PORTAL', 1, 'Nguồn', '2024-10-01', 'IN_FORCE', min(id), 'A', now() from app_user
            stated no more | update outside_total set state = 'WITHDRAWN', end_reason = 'Nhầm', ended_by = entered_by, ended_by_name = 'A', ended_at = now() where state = 'IN_FORCE' and year = 2024 and unit_id = 2
            counted | with brought as (insert into dossier_extract (name, sha256, size, brought_by, brought_by_name, brought_at, state, rows_read, applied_by, applied_by_name, applied_at) select 'a.xlsx', repeat('a', 64), 1, min(id), 'A', now(), 'APPLIED', 1, min(id), 'A', now() from app_user returning id) insert into extract_count select id, 3, '2024-08-01', true, 7, 7, 0, 0, 9, 7, null, null from brought
            counted no more | update extract_count set in_force = false, withdrawn_by = 1, withdrawn_by_name = 'A', withdrawn_at = now(), withdrawn_reason = 'Nhầm' where unit_id = 3 and month = '2024-08-01' and in_force
            shops | insert into unit_readiness (unit_id, quarter, version, has_shop, officials, with_computer, with_signature, written_by, written_by_name, written_at) select 2, '2024-07-01', max(version) + 1, true, 9, 1, 1, min(written_by), 'A', now() from unit_readiness where unit_id = 2 and quarter = '2024-07-01'
            words | insert into report_wording (year, part, lasting, words, proposal, written_by, span, last_month) select 2024, 'CLOSING', false, 'Trân trọng báo cáo./.', '', min(id), 'YEAR', '2024-12-01' from app_user
            words given up | delete from report_wording where year = 2024
            """)
    void isDraftedAnewAfterAChangeOf(String what, String sql) {
        ReportTerm term = what.equals("published") ? ReportTerm.year(2023) : YEAR;
        DraftedReport before = draft(term);
        assertThat(draft(term)).isSameAs(before);
        change(sql);
        DraftedReport after = draft(term);
        assertThat(after.fingerprint()).isEqualTo(anew(term).fingerprint()).isNotEqualTo(before.fingerprint());
        assertThat(draft(term)).isSameAs(after);
    }

    @Test
    void isDraftedAnewAfterSomebodySpokeOfADifference() {
        ReportTerm term = ReportTerm.year(2022);
        change("""
                insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state, entered_by,
                    entered_by_name, entered_at)
                select null, 2022, null, 'PAYABLE', source, value, 'Nguồn', '2024-10-01', 'IN_FORCE', min(id), 'A', now()
                from app_user, (values ('PORTAL', 5), ('NOTICE', 6)) stated (source, value) group by source, value
                """);
        change("""
                insert into published_year (year, source, full_process_received, full_process_online, partial_received, partial_online,
                    dossiers_received, online_reported, first_day, last_day)
                select 2022, source, full_process_received, full_process_online, partial_received, partial_online,
                    dossiers_received, online_reported, date '2022-01-01', date '2022-12-31' from published_year where year = 2023
                """);
        DraftedReport before = draft(term);
        change("""
                insert into difference_statement (year, measure, kind, words, seen_values, said_by, said_by_name, said_at)
                select 2022, 'PAYABLE', 'ACCEPTED', 'Không tách được', 'NOTICE=6 PORTAL=5', id, display_name, now()
                from app_user where username = 'vanphong'
                """);
        assertThat(draft(term).fingerprint())
                .isEqualTo(anew(term).fingerprint())
                .isNotEqualTo(before.fingerprint());
    }

    private static List<String> words(DraftedReport draft) {
        return draft.draft().text().sections().stream()
                .flatMap(section -> section.blocks().stream())
                .map(ReportBlock::text)
                .toList();
    }

    @Test
    void tellsTheReportsThatWereIssuedMeanwhile() {
        ReportTerm term = new ReportTerm(PeriodSpan.QUARTER, YearMonth.of(2024, 6));
        DraftedReport before = draft(term);
        Outcome outcome = issuing.issue(new Wish(term, 0, before.fingerprint(), "Kịp họp", null), people.reviewer());
        assertThat(outcome).isInstanceOf(Outcome.Issued.class);
        IssuedReport report = issued.latest(term).orElseThrow();
        DraftedReport replacing = draft(term);
        assertThat(replacing.draft().text().notices())
                .hasSize(before.draft().text().notices().size() + 1);
        List<RestatementService.Restatement> since = restatements.since(List.of(report), people.reviewer());
        assertThat(since.get(0).changes()).isEmpty();
        assertThat(restatements.since(List.of(report), people.reviewer()).get(0))
                .isSameAs(since.get(0));

        issuing.register(report, "12/BC-UBND", LocalDate.of(2024, 10, 5), people.reviewer());
        assertThat(draft(term).draft().text().notices())
                .anyMatch(notice -> notice.text().contains("12/BC-UBND"));
        assertThat(words(draft(term))).isEqualTo(words(replacing));

        change("update monthly_return set dossiers_received = dossiers_received + 1, version = version + 1"
                + " where unit_id = 2 and month = '2024-06-01'");
        assertThat(words(draft(term))).isEqualTo(words(anew(term))).isNotEqualTo(words(replacing));
        assertThat(restatements.since(List.of(report), people.reviewer()).get(0).changes())
                .hasSize(1);
    }

    @Test
    void keepsNothingOfWhatWasTakenBack() {
        DraftedReport before = draft(YEAR);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            change("update monthly_return set dossiers_received = dossiers_received + 5"
                    + " where unit_id = 2 and month = '2024-07-01'");
            assertThat(draft(YEAR).fingerprint()).isNotEqualTo(before.fingerprint());
        });
        change("update monthly_return set note = note where unit_id = 2 and month = '2024-07-01'");
        assertThat(draft(YEAR).fingerprint()).isEqualTo(before.fingerprint());
    }

    @Test
    void keepsApartTermsAndGeographies() {
        DraftedReport year = draft(YEAR);
        DraftedReport quarter = draft(new ReportTerm(PeriodSpan.QUARTER, YearMonth.of(2024, 9)));
        assertThat(quarter.fingerprint()).isNotEqualTo(year.fingerprint());
        assertThat(drafts.draft(YEAR, ResultsGeography.TODAY, issued.findByYear(2024), people.reviewer()))
                .isNotSameAs(year);
    }

    /** The reports issued, and the revision. */
    @Test
    void asksNothingOfTheDraftsOwnAtTheNextLook() throws Exception {
        look();
        statements.reset();
        String page = look();
        assertThat(statements.seen().stream()
                        .filter(each -> !each.contains("app_user") && !each.contains("SPRING_SESSION")))
                .satisfiesExactly(each -> assertThat(each).contains("from issued_report"), each -> assertThat(each)
                        .contains("from results_revision"));
        change("insert into results_revision default values");
        assertThat(look()).isEqualTo(page).contains("/units/2?span=QUARTER");
    }

    private String look() throws Exception {
        return Jsoup.parse(browser.perform(get("/reports/2024-Q3").with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("article")
                .outerHtml();
    }
}
