package vn.hoso.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Each event is on the right people's work list with their next request, and on nobody else's. */
@ProgramTest
@Transactional
class WorkListTest {

    private static final YearMonth LAST = YearMonth.now(Formats.ZONE).minusMonths(1);

    /** The latest whose deadline is over on whatever day the test runs. */
    private static final YearMonth LATE = LAST.minusMonths(1);

    /**
     * Something that happens.
     *
     * @param sql what it stores, in statements that a semicolon ends; empty for what waits in the demonstration anyway
     * @param words a part of the line that tells of it
     * @param who on whose list it stands then
     */
    private record Event(WorkKind kind, String sql, String words, Set<String> who) {
        @Override
        public String toString() {
            return kind + " " + words;
        }
    }

    private static final String PROPOSED = """
            insert into return_correction (return_id, base_version, full_process_na, partial_na, full_process_received,
                full_process_online, partial_received, partial_online, dossiers_received, reason, state, proposed_by,
                proposed_by_name, proposed_at%s)
            select id, version, false, false, 1, 1, 1, 1, 9, 'Nhập nhầm', '%s', (select id from app_user where username = '%s'),
                'Người đề nghị', now()%s from monthly_return where unit_id = 2 and month = date '2024-08-01';
            """;

    private static String proposed(String by) {
        return PROPOSED.formatted("", "PROPOSED", by, "");
    }

    private static String decided(String by, String state) {
        return PROPOSED.formatted(
                ", decided_by, decided_by_name, decided_at, remark"
                        + (state.equals("APPROVED") ? ", result_version" : ""),
                state,
                by,
                ", (select id from app_user where username = 'chanhvanphong'), 'Chánh Văn phòng', now(), 'Đã đối chiếu'"
                        + (state.equals("APPROVED") ? ", version" : ""));
    }

    private static final String OPENED = "update reporting_month set state = 'OPEN' where month = date '2024-08-01';";

    /** In a month that is open: nobody approves anything of a locked one. */
    private static String submittedBy(String typist) {
        return OPENED
                + "update monthly_return set status = 'SUBMITTED', entered_by = (select id from app_user where username = '"
                + typist + "') where unit_id = 2 and month = date '2024-08-01';";
    }

    private static final String ISSUED = """
            insert into issued_report (year, last_month, inputs, inputs_sha256, issued_by, issued_by_name, issued_at, span)
            select 2026, date '2026-03-01', '{}', repeat('0', 64), id, 'A', now(), 'MONTH' from app_user where username = 'vanphong';
            """;

    /** The staff of another unit have said what their one-stop shop had in the quarter that ended. */
    private static final String OTHER_SHOP = """
            insert into unit_readiness (unit_id, quarter, version, has_shop, officials, with_computer, with_signature, written_by,
                written_by_name, written_at)
            select 3, date_trunc('quarter', cast(now() at time zone 'Asia/Ho_Chi_Minh' as date)) - interval '3 months', 1, true, 4, 4, 4, id, 'A', now()
            from app_user where username = 'khac';
            """;

    private static final String EXPLAINED = """
            insert into paper_explanation (unit_id, month, dossier_code, dossiers, reason, state, proposed_by, proposed_by_name,
                proposed_at%s)
            select 2, date '2024-08-01', 'H08-1', 1, 'ELDERLY', '%s', id, 'A', now()%s from app_user where username = '%s';
            """;

    private static List<Event> events() {
        String last = "%02d/%d".formatted(LAST.getMonthValue(), LAST.getYear());
        return List.of(
                new Event(
                        WorkKind.RETURNED,
                        "update monthly_return set status = 'RETURNED' where unit_id = 2 and month = date '2024-09-01';",
                        "Tháng 09/2024 của Thị trấn Diêu Trì bị trả lại",
                        Set.of("dieutri")),
                new Event(WorkKind.DUE, "", "Tháng " + last + " chưa nộp", Set.of("dieutri", "khac")),
                new Event(WorkKind.READINESS, OTHER_SHOP, "Chưa ghi điều kiện Bộ phận Một cửa quý", Set.of("dieutri")),
                new Event(
                        WorkKind.READINESS_OWED,
                        OTHER_SHOP,
                        ": 17 đơn vị chưa báo cáo",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.TO_APPROVE,
                        submittedBy("dieutri"),
                        "Tháng 08/2024: 1 báo cáo chờ duyệt",
                        Set.of("vanphong", "chanhvanphong")),
                // Nobody approves what they typed; a second approver approves what the Office typed.
                new Event(
                        WorkKind.TO_APPROVE,
                        submittedBy("vanphong"),
                        "Tháng 08/2024: 1 báo cáo chờ duyệt",
                        Set.of("chanhvanphong", "thaymat")),
                new Event(
                        WorkKind.CORRECTION,
                        proposed("dieutri"),
                        "Đề nghị chỉnh lý tháng 08/2024 của Thị trấn Diêu Trì",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.CORRECTION,
                        OPENED + proposed("vanphong"),
                        "Đề nghị chỉnh lý tháng 08/2024 của Thị trấn Diêu Trì",
                        Set.of("chanhvanphong", "thaymat")),
                // What can no longer be approved is left to the Office, which refuses it.
                new Event(
                        WorkKind.CORRECTION,
                        proposed("vanphong"),
                        "Đề nghị chỉnh lý tháng 08/2024 của Thị trấn Diêu Trì",
                        Set.of("chanhvanphong")),
                new Event(
                        WorkKind.CORRECTION,
                        OPENED + proposed("vanphong")
                                + "update monthly_return set version = version + 1 where unit_id = 2 and month = date '2024-08-01';",
                        "Đề nghị chỉnh lý tháng 08/2024 của Thị trấn Diêu Trì",
                        Set.of("chanhvanphong")),
                new Event(
                        WorkKind.CORRECTED,
                        decided("vanphong", "REFUSED"),
                        "của Thị trấn Diêu Trì không được duyệt",
                        Set.of("dieutri", "vanphong")),
                new Event(
                        WorkKind.EXPLANATION,
                        EXPLAINED.formatted("", "PROPOSED", "", "chanhvanphong"),
                        "1 giải trình hồ sơ bản giấy chờ quyết định",
                        Set.of("vanphong")),
                new Event(
                        WorkKind.EXPLANATION_REFUSED,
                        EXPLAINED.formatted(
                                ", decided_by, decided_by_name, decided_at, answer",
                                "REFUSED",
                                ", (select id from app_user where username = 'vanphong'), 'B', now(), 'Chưa rõ'",
                                "dieutri"),
                        "Giải trình 1 hồ sơ bản giấy tháng 08/2024 của Thị trấn Diêu Trì không được chấp nhận",
                        Set.of("dieutri")),
                new Event(
                        WorkKind.REOPENED,
                        "update reporting_month set state = 'OPEN', reopened_until = cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) + 9, reason = 'Bổ sung', changed_at = now(), "
                                + "changed_by = (select min(id) from app_user), changed_by_name = 'A' where month = date '2024-07-01';",
                        "Tháng 07/2024 được mở lại",
                        Set.of("dieutri", "khac")),
                new Event(
                        WorkKind.LOCKED,
                        "update reporting_month set state = 'LOCKED', changed_at = now(), "
                                + "changed_by = (select min(id) from app_user), changed_by_name = 'A' where month = date '2024-09-01';",
                        "Tháng 09/2024 đã chốt",
                        Set.of("dieutri", "khac")),
                new Event(
                        WorkKind.WITH_OFFICE,
                        "insert into reporting_month (month, first_day, last_day) values (date '" + LAST.atDay(1)
                                + "', date '"
                                + LAST.atDay(1) + "', date '" + LAST.atEndOfMonth() + "') on conflict do nothing;"
                                + "insert into monthly_return (id, unit_id, month, dossiers_received, status, source, version, "
                                + "changed_by_name, changed_at, handed_in, with_office) select nextval('monthly_return_id_seq') * 1000, 2, "
                                + "date '" + LAST.atDay(1) + "', 9, 'DRAFT', 'FORM', 3, 'A', now(), true, true;",
                        "Văn phòng đã nhập số liệu tháng " + last + " cho 1 đơn vị, chưa nộp",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.LATE,
                        "",
                        "Tháng " + Formats.month(LATE) + ": 23 đơn vị chưa nộp",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.ASK,
                        "",
                        "Cần hỏi 23 đơn vị chưa nộp tháng " + Formats.month(LATE),
                        Set.of("lanhdao", "thaymat")),
                new Event(
                        WorkKind.TO_LOCK,
                        "insert into reporting_month (month, first_day, last_day) values (date '" + LAST.atDay(1)
                                + "', date '"
                                + LAST.atDay(1) + "', date '" + LAST.atEndOfMonth() + "') on conflict do nothing;"
                                + """
                                insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                                    partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                                select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id,
                                """ + " date '" + LAST.atDay(1)
                                + "', 1, 1, 1, 1, 9, 'APPROVED', 'DEMONSTRATION', 1, 'A', now() from unit;",
                        "Tháng " + last + " đã duyệt đủ 23 báo cáo",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.DECISION,
                        """
                        insert into reporting_month (month, first_day, last_day) values (make_date(%1$d, 3, 1), make_date(%1$d, 3, 1), make_date(%1$d, 3, 31));
                        insert into monthly_return (id, unit_id, month, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000, 2, make_date(%1$d, 3, 1), 'DRAFT', 'DEMONSTRATION', 1, 'A', now();
                        """.formatted(LAST.getYear() - 1),
                        "Năm " + (LAST.getYear() - 1) + " – tiêu chí 9.2",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.DIFFERENCE,
                        """
                        insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state,
                            entered_by, entered_by_name, entered_at)
                        select 2, 2022, '2022-11-01', measure, 'PORTAL', value, 'Cổng', '2022-12-01', 'IN_FORCE', 1, 'A', now()
                        from (values ('DOSSIERS_RECEIVED', 4), ('PAYABLE', 7)) stated (measure, value);
                        insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state,
                            entered_by, entered_by_name, entered_at)
                        values (2, 2022, '2022-11-01', 'DOSSIERS_RECEIVED', 'NOTICE', 5, 'Thông báo', '2022-12-01', 'IN_FORCE', 1, 'A', now());
                        """,
                        "chênh lệch số liệu cần giải trình; cũ nhất: 11/2022",
                        Set.of("dieutri")),
                new Event(
                        WorkKind.DIFFERENCE,
                        """
                        insert into outside_total (unit_id, year, month, measure, source, value, source_text, source_date, state,
                            entered_by, entered_by_name, entered_at)
                        select null, 2022, '2022-11-01', 'PAYABLE', source, value, 'Cổng', '2022-12-01', 'IN_FORCE', 1, 'A', now()
                        from (values ('PORTAL', 4), ('NOTICE', 7)) stated (source, value);
                        """,
                        "chênh lệch số liệu chưa khép lại; cũ nhất: 11/2022",
                        Set.of("vanphong", "chanhvanphong")),
                new Event(
                        WorkKind.TASK,
                        """
                        insert into follow_up (target_id, month, unit_id, task, responsible, due, made_by, made_by_name, made_at, state)
                        select 4, date '2024-09-01', 2, 'Rà soát', 'Một cửa', cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) - 1, id, 'A', now() - interval '9 days', 'OPEN'
                        from app_user where username = 'vanphong';
                        """,
                        "Việc cần làm để đạt chỉ tiêu: 1 việc đang mở",
                        Set.of("dieutri", "vanphong", "chanhvanphong", "lanhdao", "thaymat")),
                new Event(
                        WorkKind.REPORT,
                        ISSUED,
                        "Báo cáo tháng " + LAST.getMonthValue() + " năm " + LAST.getYear() + " chưa phát hành",
                        Set.of("vanphong", "chanhvanphong", "vanthu")),
                new Event(
                        WorkKind.NUMBER,
                        ISSUED,
                        "Báo cáo tháng 3 năm 2026 đã phát hành, chưa có số",
                        Set.of("vanphong", "chanhvanphong", "vanthu")),
                new Event(WorkKind.VERDICT, """
                        insert into verdict_notice (target_id, year, change, status_before, status_after, last_day, numerator,
                            denominator, noticed_at)
                        values (4, 2024, 77, 'MET', 'NOT_MET', date '2024-09-30', 1, 2, now());
                        """, "năm 2024: kết luận đã thay đổi", Set.of("lanhdao", "thaymat")),
                new Event(WorkKind.WALL, """
                        insert into wall_link (name, token_hash, made_by, made_by_name, made_at, last_day)
                        select name, repeat(name, 64), id, 'A', now() - interval '99 days',
                            cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) + days
                        from app_user, (values ('a', 30), ('b', 31), ('c', null)) screen (name, days) where username = 'quantri';
                        """, "1 liên kết màn hình treo tường sắp hết hạn", Set.of("quantri")),
                new Event(WorkKind.LINK, """
                        insert into one_time_link (token_hash, user_id, created_at, expires_at)
                        select repeat('a', 64), id, now(), now() + interval '1 day' from app_user where username = 'dieutri';
                        """, "1 người chưa dùng liên kết", Set.of("quantri")));
    }

    @Autowired
    private MockMvc browser;

    @Autowired
    private WorkList work;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Clock clock;

    @Autowired
    private ReturnCalendarSettings calendars;

    /** Beside the demonstration's people another unit's staff, and a leader who approves in the reviewer's place. */
    @BeforeEach
    void others() {
        jdbc.sql("""
                        insert into app_user (username, display_name, password_hash, role, created_at, password_changed_at, second_approver)
                        select name, name, password_hash, role, now(), now(), role = 'LEADER'
                        from (values ('khac', 'UNIT_STAFF'), ('thaymat', 'LEADER')) as more (name, role),
                            (select password_hash from app_user where username = 'dieutri') known
                        """).update();
        jdbc.sql("insert into user_unit (user_id, unit_id) select id, 3 from app_user where username = 'khac'")
                .update();
    }

    private Map<String, CurrentUser> everybody() {
        return Stream.of("dieutri", "khac", "vanphong", "chanhvanphong", "lanhdao", "thaymat", "vanthu", "quantri")
                .collect(Collectors.toMap(name -> name, people::named));
    }

    private Document page(CurrentUser reader) throws Exception {
        return Jsoup.parse(browser.perform(get("/").with(user(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Set<String> told(String words) throws Exception {
        Set<String> told = new TreeSet<>();
        for (Map.Entry<String, CurrentUser> each : everybody().entrySet()) {
            if (page(each.getValue()).select(".work-words > :first-child").eachText().stream()
                    .anyMatch(line -> line.contains(words))) {
                told.add(each.getKey());
            }
        }
        return told;
    }

    /** October of an office that reports from the 15th to the 14th is over with the 14th. */
    @Test
    void aMonthWaitsOnceItsOwnDaysAreOver() throws Exception {
        YearMonth month = YearMonth.now(Formats.ZONE);
        String named = "%02d/%d (".formatted(month.getMonthValue(), month.getYear());
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values (?, cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) - 30, cast(now() at time zone 'Asia/Ho_Chi_Minh' as date))")
                .param(month.atDay(1))
                .update();
        assertThat(told("Tháng " + named)).isEmpty();
        jdbc.sql(
                        "update reporting_month set last_day = cast(now() at time zone 'Asia/Ho_Chi_Minh' as date) - 1 where month = ?")
                .param(month.atDay(1))
                .update();
        assertThat(told("Tháng " + named)).containsExactly("dieutri", "khac");
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, ?, 1, 1, 1, 1, 9, 'APPROVED', 'DEMONSTRATION',
                            1, 'A', now() from unit
                        """).param(month.atDay(1)).update();
        assertThat(told("%02d/%d đã duyệt đủ 23 báo cáo".formatted(month.getMonthValue(), month.getYear())))
                .containsExactly("chanhvanphong", "vanphong");
    }

    /** Nobody has begun the month, so that its days are those of the calendar. */
    @Test
    void aMonthThatNobodyBeganWaitsOnceTheCalendarsDaysAreOver() throws Exception {
        jdbc.sql("""
                        insert into calendar_setting (valid_from_month, calendar, set_by, set_by_name, set_at)
                        select date '2020-01-01', 'DECREE_09', min(id), 'A', now() from app_user
                        """).update();
        calendars.upTo(-1);
        LocalDate today = LocalDate.now(clock);
        try {
            assertThat(told("Tháng %02d/%d (".formatted(today.getMonthValue(), today.getYear())))
                    .isEqualTo(today.getDayOfMonth() > 14 ? Set.of("dieutri", "khac") : Set.of());
        } finally {
            calendars.upTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theRightPeopleSeeItWithTheirNextRequest(Event event) throws Exception {
        if (!event.sql().isEmpty()) {
            assertThat(told(event.words())).isEmpty();
            for (String statement : event.sql().split(";")) {
                if (!statement.isBlank()) {
                    jdbc.sql(statement).update();
                }
            }
        }
        assertThat(told(event.words())).containsExactlyInAnyOrderElementsOf(event.who());
    }

    private void approved(long unit, YearMonth month) {
        jdbc.sql(
                        "insert into reporting_month (month, first_day, last_day) values (:month, :month, :last) on conflict do nothing")
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                            partial_online, dossiers_received, online_reported, status, source, version, changed_by_name, changed_at)
                        values (900000 + :unit, :unit, :month, 3, 3, 4, 4, 12, 9, 'APPROVED', 'FORM', 1, 'Trần Văn Phòng', now())
                        """).param("unit", unit).param("month", month.atDay(1)).update();
    }

    /** As the checklist has it: figures up to November are not yet the year's. */
    @Test
    void aReportOfTheYearIssuedBeforeTheYearEndedLeavesTheYearsOwnToDo() throws Exception {
        int year = LocalDate.now(clock).getYear() - 1;
        approved(2, YearMonth.of(year, 12));
        String waits = "Báo cáo năm " + year + " chưa phát hành";
        assertThat(told(waits)).contains("vanphong", "vanthu");
        String issued = ISSUED.replace("2026, date '2026-03-01'", ":year, make_date(:year, :month, 1)")
                .replace("'MONTH'", "'YEAR'")
                .replace(";", "");
        jdbc.sql(issued).param("year", year).param("month", 11).update();
        assertThat(told(waits)).contains("vanphong", "vanthu");
        jdbc.sql(issued.replace("repeat('0'", "repeat('1'")
                        .replace("issued_at, span", "issued_at, span, previous_id, replacement_reason")
                        .replace("'YEAR'", "'YEAR', (select max(id) from issued_report), 'Đủ 12 tháng'"))
                .param("year", year)
                .param("month", 12)
                .update();
        assertThat(told(waits)).isEmpty();
    }

    /** The lock form is not shown there any more, and nobody can type. */
    @Test
    void aMonthWhoseReopeningIsOverCountsAsLocked() throws Exception {
        String waits = "đã duyệt đủ";
        YearMonth month = LAST.minusMonths(1);
        jdbc.sql("select unit_id from unit_at(:month)")
                .param("month", month.atDay(1))
                .query(Long.class)
                .list()
                .forEach(unit -> approved(unit, month));
        assertThat(told(waits)).contains("vanphong");
        jdbc.sql("update reporting_month set reason = 'Bổ sung', reopened_until = :day where month = :month")
                .param("day", LocalDate.now(clock).minusDays(1))
                .param("month", month.atDay(1))
                .update();
        assertThat(told(waits)).isEmpty();
    }

    @Test
    void theTableKnowsEveryKindButThoseOfTheProgramItself() {
        Set<WorkKind> tried = events().stream().map(Event::kind).collect(Collectors.toSet());
        // Set-up and backup are those of an installation without demonstration data: SetUpJourneyTest, BackupPageTest.
        assertThat(EnumSet.complementOf(EnumSet.of(WorkKind.SET_UP, WorkKind.BACKUP)))
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void newsIsPutAwayForOneReaderAndEveryLineHasOneButton() throws Exception {
        jdbc.sql(decided("vanphong", "REFUSED").replace(";", "")).update();
        CurrentUser staff = people.staff();
        Document before = page(staff);
        assertThat(before.select(".work-line"))
                .allSatisfy(line -> assertThat(line.select("a.btn, button")).hasSize(1));
        String address = before.select(".work-news form").attr("action");
        assertThat(address).startsWith("/work/corrected/");

        browser.perform(post(address).with(user(staff)).with(csrf())).andExpect(redirectedUrl("/"));
        browser.perform(post(address).with(user(staff)).with(csrf())).andExpect(redirectedUrl("/"));

        // In a transaction that stays open, changes wait for this.
        entities.flush();
        assertThat(page(staff).select(".work-news")).isEmpty();
        assertThat(page(people.reviewer()).select(".work-news form")).hasSize(1);
        browser.perform(post("/work/locked/2024-01@1/dismissal")
                        .with(user(staff))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        browser.perform(post("/work/due/2026-01/dismissal").with(user(staff)).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void theMenuSaysHowManyLinesThereAre() throws Exception {
        CurrentUser staff = people.staff();
        int lines = work.of(staff).size();
        assertThat(Jsoup.parse(browser.perform(get("/accounts/me").with(user(staff)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("nav a[href=/] .waiting-count [aria-hidden]")
                        .text())
                .isEqualTo(String.valueOf(lines));
        assertThat(LocalDate.now(clock)).isAfter(LAST.atEndOfMonth());
    }
}
