package vn.hoso.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.reports.domain.ReportBlock;
import vn.hoso.results.ResultsGeography;

/** What units explain and what is being done stands in the draft, in the term it belongs to. Takes back what it writes. */
@ProgramTest
@Transactional
class ReportSuggestionQueriesTest {

    private static final String NOTE = """
            insert into unit_note (id, version, unit_id, month, kind, text, for_report, withdrawn, written_by,
                written_by_name, written_at)
            select 900000 + :version, :version, 2, cast(:month as date), 'EXPLANATION', :text, :offered, false, id,
                display_name, now()
            from app_user where username = 'dieutri'
            """;

    @Autowired
    private ReportDrafts drafts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private void note(int version, String month, String text, boolean offered) {
        jdbc.sql(NOTE)
                .param("version", version)
                .param("month", month)
                .param("text", text)
                .param("offered", offered)
                .update();
    }

    private List<String> lines(String term, int section) {
        return drafts
                .draft(drafts.term(term), ResultsGeography.AS_REPORTED, people.reviewer())
                .text()
                .sections()
                .get(section)
                .blocks()
                .stream()
                .map(ReportBlock::text)
                .toList();
    }

    @Test
    void tellsWhatUnitsExplainOfTheTermsMonths() {
        note(1, "2024-02-01", "Máy chủ của tỉnh dừng\nhai tuần", true);
        note(2, "2024-08-01", "Không đưa vào báo cáo", false);
        String told = "- Thị trấn Diêu Trì giải trình số liệu tháng 02/2024: Máy chủ của tỉnh dừng hai tuần.";
        assertThat(lines("2024", 2)).contains(told).noneMatch(line -> line.contains("Không đưa vào"));
        assertThat(lines("2024-Q1", 2)).contains(told);
        assertThat(lines("2024-Q2", 2)).doesNotContain(told);
    }

    @Test
    void tellsOnceWhatAUnitExplainsAlikeOfSeveralMonths() {
        for (int month : new int[] {1, 2, 3, 5, 8}) {
            note(month, "2024-0" + month + "-01", "Máy chủ của tỉnh dừng", true);
        }
        note(9, "2024-02-01", "Nghỉ Tết", true);
        assertThat(lines("2024", 2).stream().filter(line -> line.contains("Máy chủ của tỉnh")))
                .containsExactly("- Thị trấn Diêu Trì giải trình số liệu từ tháng 01/2024 đến tháng 03/2024,"
                        + " tháng 05/2024, tháng 08/2024: Máy chủ của tỉnh dừng.");
        assertThat(lines("2024", 2)).contains("- Thị trấn Diêu Trì giải trình số liệu tháng 02/2024: Nghỉ Tết.");
        // A report of fewer months names its own.
        assertThat(lines("2024-Q2", 2))
                .contains("- Thị trấn Diêu Trì giải trình số liệu tháng 05/2024: Máy chủ của tỉnh dừng.");
    }

    @Test
    void tellsWhichFiguresDisagreeInTheReportOfTheirTerm() {
        assertThat(lines("2023", 2))
                .contains(
                        "- Còn 290 hồ sơ trực tuyến chưa phân loại (tổng trực tuyến theo báo cáo là 22.574 hồ sơ, trong khi"
                                + " cộng toàn trình và một phần là 22.284 hồ sơ); chênh lệch này chưa khép lại.")
                .noneMatch(line -> line.contains("lệch 290 hồ sơ"));
        assertThat(lines("2023-Q1", 2)).noneMatch(line -> line.contains("chênh lệch số liệu"));
        assertThat(lines("2024", 2)).noneMatch(line -> line.contains("chênh lệch số liệu"));
    }

    @Test
    void leavesOutADifferenceThatIsAccepted() {
        jdbc.sql("""
                        insert into difference_statement (year, measure, kind, words, seen_values, said_by, said_by_name, said_at)
                        select 2023, 'ONLINE_REPORTED', 'ACCEPTED', 'Không tách được nữa',
                            'CLASSES=22284 PUBLISHED=22574 TYPED=22574', id, display_name, now()
                        from app_user where username = 'vanphong'
                        """).update();
        assertThat(lines("2023", 2))
                .anyMatch(line -> line.startsWith("- Còn 290 hồ sơ trực tuyến chưa phân loại"))
                .noneMatch(line -> line.contains("chưa khép lại"));
    }

    @Test
    void tellsTheReasonsGivenBesideTheFigures() {
        jdbc.sql("update monthly_return set note = 'Nghỉ Tết kéo dài' where unit_id = 2 and month = '2024-02-01'")
                .update();
        jdbc.sql("update monthly_return set note = 'Chưa đủ số' , dossiers_received = null, online_reported = null,"
                        + " status = 'DRAFT' where unit_id = 3 and month = '2024-02-01'")
                .update();
        note(1, "2024-02-01", "Nghỉ Tết kéo dài", true);
        String told = "- Thị trấn Diêu Trì giải trình số liệu tháng 02/2024: Nghỉ Tết kéo dài.";
        // Once, though it stands in a note as well; figures that do not count need no reason.
        assertThat(lines("2024", 2).stream().filter(told::equals)).hasSize(1);
        assertThat(lines("2024", 2)).noneMatch(line -> line.contains("Chưa đủ số"));
        assertThat(lines("2024-Q1", 2)).contains(told);
        assertThat(lines("2024-Q2", 2)).doesNotContain(told);
    }

    /** An act by which a unit only ends, or begins, changes how many units the report counts as a merger does. */
    @Test
    void saysWhyAUnitIsCountedInSomeMonthsAloneThoughNothingCameOfIt() {
        assertThat(lines("2024", 1)).noneMatch(line -> line.contains("được sắp xếp"));
        act("2024-07-01", "12/NQ-HĐND", "2020-01-01", "2024-07-01");
        String ended =
                "Đơn vị được sắp xếp từ ngày 01/07/2024 theo 12/NQ-HĐND: 1 đơn vị kết thúc hoạt động từ ngày đó và được"
                        + " tính trong các tháng trước.";
        assertThat(lines("2024", 1)).contains(ended);
        assertThat(lines("2024-Q1", 1)).noneMatch(line -> line.contains("được sắp xếp"));
        act("2024-08-01", "13/NQ-HĐND", "2024-08-01", null);
        assertThat(lines("2024", 1))
                .contains(
                        ended,
                        "Đơn vị được sắp xếp từ ngày 01/08/2024 theo 13/NQ-HĐND: 1 đơn vị bắt đầu hoạt động và được tính từ ngày"
                                + " đó.");
    }

    /** Who ended it in the register named no document; the report counts it in some months alone as it does after an act. */
    @Test
    void saysThatAUnitEndedOrBeganWithoutAnAct() {
        unit("P-KHONG", "2020-01-01", "2024-06-01");
        unit("P-DAU", "2024-09-01", null);

        assertThat(lines("2024", 1))
                .contains(
                        "Từ ngày 01/06/2024, 1 đơn vị kết thúc hoạt động và được tính trong các tháng trước.",
                        "Từ ngày 01/09/2024, 1 đơn vị bắt đầu hoạt động và được tính từ ngày đó.");
        assertThat(lines("2024-Q1", 1)).noneMatch(line -> line.contains("01/06/2024"));
    }

    /** An act of one unit, which is there between two days. */
    private void act(String day, String instrument, String from, @Nullable String end) {
        unit("P-" + day, from, end);
        jdbc.sql("""
                        insert into reorganisation (effective_on, instrument, lines, undo, applied_by_name, applied_at)
                        values (cast(? as date), ?, '[]', '{}', 'A', now())
                        """).params(day, instrument).update();
    }

    private void unit(String code, String from, @Nullable String end) {
        jdbc.sql("""
                        with made as (insert into unit (version) values (0) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'DISTRICT_OFFICE', :code, :code, daterange(cast(:from as date), cast(:end as date)) from made
                        """).param("code", code).param("from", from).param("end", end).update();
    }

    @Test
    void namesTheTasksThatAreOpen() {
        assertThat(lines("2024", 3)).noneMatch(line -> line.startsWith("5. "));
        jdbc.sql("""
                        insert into follow_up (target_id, month, unit_id, task, responsible, due, made_by, made_by_name, made_at)
                        select (select id from target where code = 'QĐ2679'), '2024-09-01', 2, 'Hướng dẫn tại nhà.',
                            'UBND thị trấn', '2024-12-15', id, display_name, now()
                        from app_user where username = 'vanphong'
                        """).update();
        assertThat(lines("2024", 3))
                .contains("5. Tiếp tục thực hiện, báo cáo kết quả các việc đã giao:")
                .endsWith(
                        "- UBND thị trấn (QĐ2679, Thị trấn Diêu Trì): Hướng dẫn tại nhà, hoàn thành chậm nhất ngày 15/12/2024.");
        assertThat(lines("2024-Q1", 3)).noneMatch(line -> line.startsWith("5. "));
    }

    @Test
    void tellsWhatTheOneStopShopsHadInTheQuarterThatEndedLast() throws Exception {
        String third =
                "Hết quý III năm 2024, 15/18 đơn vị phải báo cáo đã báo cáo (số liệu sơ bộ, còn 3 đơn vị chưa báo cáo): "
                        + "55/59 công chức có máy tính đáp ứng yêu cầu, đạt 93,22%; 54/59 công chức có chữ ký số cá nhân, đạt 91,53%; mục tiêu là 100%; 5 đơn vị còn thiếu: "
                        + "Thị trấn Diêu Trì (thiếu 1 máy tính, 1 chữ ký số), ";
        assertThat(lines("2024-Q3", 3).get(2))
                .startsWith(third)
                .endsWith("Xã Phước Quang (thiếu 1 chữ ký số) (chi tiết tại Phụ lục II).");
        assertThat(lines("2024", 3).get(2)).startsWith(third);
        // Of two annexes each has its number wherever it is named.
        assertThat(lines("2024", 1)).contains("Kết quả chi tiết của từng đơn vị tại Phụ lục I kèm theo Báo cáo này.");
        assertThat(lines("2024-08", 1)).contains("Kết quả chi tiết của từng đơn vị tại Phụ lục kèm theo Báo cáo này.");
        assertThat(lines("2024-6M", 3).get(2)).startsWith("Hết quý II năm 2024, 18/18 đơn vị");
        assertThat(lines("2024-08", 3)).noneMatch(line -> line.startsWith("Hết quý"));
        assertThat(lines("2023", 3)).noneMatch(line -> line.startsWith("Hết quý"));

        ReportDraft draft = drafts.draft(drafts.term("2024-Q3"), ResultsGeography.AS_REPORTED, people.reviewer());
        try (XWPFDocument document = new XWPFDocument(
                new ByteArrayInputStream(ReportFiles.document(draft).bytes()))) {
            List<XWPFTableRow> rows =
                    document.getTables().get(document.getTables().size() - 1).getRows();
            assertThat(text(rows.get(3))).startsWith("2|Thị trấn Diêu Trì|6|5|83,33%|1|5|83,33%|1|200|2|Một máy tính");
            assertThat(text(rows.get(4))).isEqualTo("3|Xã Phước Thắng|chưa báo cáo|");
            assertThat(text(rows.get(rows.size() - 1))).isEqualTo("|Toàn huyện|59|55|93,22%|4|54|91,53%|5|||");
        }
    }

    private static String text(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).collect(Collectors.joining("|"));
    }
}
