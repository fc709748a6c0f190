package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.targets.TargetSteps;

/** Letters that remind units: to one or to all that are late, with the office's words, kept as they were written. */
@ProgramTest(world = OWN)
class LettersTest extends IssuingSteps {

    private static final String ONE = "/dashboard/units/3/letter?year=2024&month=9";
    private static final String LATE = "/letters/late?year=2024";
    private static final String EACH = LATE + "&shape=EACH";

    @Test
    void keepsTheLetterToAUnitWithTheWordsTypedAndOnce() throws Exception {
        List<String> press = typed(
                open(ONE), "/letters", "subject", "V/v nhắc nộp báo cáo", "body", "Đoạn một.\n\nĐoạn hai, 50% hồ sơ");

        String address = kept(send("/letters", "vanphong", press));
        assertThat(send("/letters", "vanphong", press).andReturn().getResponse().getRedirectedUrl())
                .startsWith(address);

        assertThat(jdbc.sql("""
                                select concat_ws('|', recipient, recipients, written_by_name, a.detail, a.unit_ids)
                                from letter l join audit_event a on a.action = 'letter.kept' and a.subject = l.id::text
                                where l.shape = 'UNIT'
                                """).query(String.class).list())
                .containsExactly("Xã Phước Thắng|1|Trần Văn Phòng|V/v nhắc nộp báo cáo, Xã Phước Thắng|{3}");
        byte[] document = file(address + "/letter.docx");
        assertThat(words(document))
                .contains(
                        "V/v nhắc nộp báo cáo",
                        "Kính gửi: Ủy ban nhân dân xã Phước Thắng",
                        "Đoạn một.",
                        "Đoạn hai, 50% hồ sơ./.")
                .doesNotContain("BÁO CÁO KẾT QUẢ");
        assertThat(file(address + "/letter.docx")).isEqualTo(document);
        assertThat(jdbc.sql("select distinct unit_ids::text from audit_event where action = 'letter.downloaded'"
                                + " and subject = ?")
                        .param(address.substring(address.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly("{3}");
        assertThat(file(address + "/letter.pdf")).startsWith("%PDF".getBytes());
        assertThat(open("/letters").select("tbody tr").text())
                .contains("V/v nhắc nộp báo cáo", "Xã Phước Thắng", "Trần Văn Phòng");
        assertThat(open(address).select(".letter").text()).contains("Đoạn một.", "Đoạn hai, 50% hồ sơ./.");
        browser.perform(get(address + "/letters.zip").with(people.as("vanthu"))).andExpect(status().isNotFound());
    }

    @Test
    void citesDocumentsInFullAndListsAllLateUnits() throws Exception {
        Document draft = open(LATE);
        String address = kept(send("/letters", "vanphong", typed(draft, "/letters")));
        String letter = words(file(address + "/letter.docx"));

        assertThat(letter)
                .contains(
                        "Kính gửi: Các cơ quan, đơn vị có tên tại Phụ lục kèm theo",
                        "Quyết định số 2679/QĐ-UBND ngày 20/07/2023 của UBND tỉnh Bình Định về việc giao chỉ tiêu",
                        "còn 23 cơ quan, đơn vị chưa gửi đủ báo cáo tháng của năm 2024",
                        "DANH SÁCH ĐƠN VỊ CHƯA GỬI ĐỦ BÁO CÁO THÁNG",
                        "DỮ LIỆU MINH HỌA");
        assertThat(draft.select(".paper-table tbody tr")).hasSize(23);
    }

    /** The one with a list goes to some of them; of those each for itself only theirs say so, and nothing where nobody of them is late. */
    @Test
    void citesWhatIsAskedOfSingleUnitsToThem() throws Exception {
        asked("RIÊNG", "NAMED_UNITS", "", "#2 = 70", "11/QĐ-UBND");
        asked("CHUNG", "DISTRICT_AND_UNITS", "40", "#3 = 60", "12/QĐ-UBND");

        assertThat(letterOf(LATE)).contains("Quyết định số 11/QĐ-UBND", "Quyết định số 12/QĐ-UBND");
        Document each = open(EACH);
        assertThat(each.select("[name=body]").val())
                .contains("Quyết định số 12/QĐ-UBND")
                .doesNotContain("11/QĐ-UBND");
        List<String> copies = open(kept(send("/letters", "vanphong", typed(each, "/letters"))))
                .select("details")
                .eachText();
        assertThat(copies).hasSize(23);
        assertThat(copies.get(0)).doesNotContain("giao riêng");
        assertThat(copies.get(1))
                .contains("- Chỉ tiêu giao riêng cho đơn vị theo Quyết định số 11/QĐ-UBND", "(RIÊNG, tối thiểu 70%)");
        assertThat(copies)
                .filteredOn(copy -> copy.contains("(CHUNG, tối thiểu 60%, mức riêng của đơn vị; mức chung 40%)"))
                .hasSize(1);
    }

    private void asked(String code, String scope, String threshold, String own, String document) throws Exception {
        long id = jdbc.sql("""
                        insert into legal_instrument (number, issuer, issued_on, title)
                        values (:number, 'UBND tỉnh', '2024-01-05', 'Quyết định số ' || :number || ' giao chỉ tiêu') returning id
                        """).param("number", document).query(Long.class).single();
        TargetSteps office = new TargetSteps(browser, people);
        Map<String, String[]> fields = TargetSteps.typed(
                office.open("/targets/version"),
                "/targets/version",
                Map.of(
                        "code",
                        code,
                        "label",
                        "Hồ sơ trực tuyến",
                        "rule",
                        "AT_LEAST",
                        "scope",
                        scope,
                        "threshold",
                        threshold,
                        "own",
                        own,
                        "from",
                        "2024-01"));
        fields.put("instruments", new String[] {String.valueOf(id)});
        assertThat(office.confirmed("/targets/version", fields).getStatus()).isEqualTo(302);
    }

    /** A month that nobody has reported is beyond the figures, and owed all the same; of a part of the year nothing else is asked. */
    @Test
    void owesInTheLetterOfTheYearWhatTheLetterToAllSays() throws Exception {
        assertThat(open(LATE).select(".paper-table tbody tr:contains(Diêu Trì)").text())
                .contains("10, 11, 12/2024 3 05/11/2024");
        assertThat(letterOf("/dashboard/units/2/letter?year=2024"))
                .contains(
                        "từ ngày 01/01/2024 đến ngày 30/09/2024",
                        "1. Về báo cáo: còn thiếu 3 báo cáo tháng (10/2024, 11/2024, 12/2024)",
                        "Gửi đủ các báo cáo tháng còn thiếu")
                .doesNotContain("đã gửi đủ");
        assertThat(letterOf("/dashboard/units/2/letter?year=2024&span=QUARTER&month=9"))
                .contains("1. Về báo cáo: đã gửi đủ 3/3 báo cáo tháng.")
                .doesNotContain("Gửi đủ các báo cáo tháng còn thiếu");
    }

    /** A merged commune mostly takes the name of one of its own: whose months are asked for must be seen in every letter. */
    @Test
    @Transactional
    void tellsLateUnitsOfOneNameApart() throws Exception {
        jdbc.sql("update unit_version set valid = daterange('2024-10-01', null) where unit_id = 2")
                .update();
        jdbc.sql("""
                        update unit_version set valid = daterange(lower(valid), '2024-10-01'), kind = (select kind from unit_version where unit_id = 2),
                            name = (select name from unit_version where unit_id = 2)
                        where unit_id = 3
                        """).update();

        assertThat(open(LATE).select(".paper-table tbody tr:contains(Diêu Trì)").eachText())
                .satisfiesExactlyInAnyOrder(
                        now -> assertThat(now).contains("Thị trấn Diêu Trì 10, 11, 12/2024 3"),
                        former -> assertThat(former).contains("Thị trấn Diêu Trì (cũ) 09/2024 1"));
        assertThat(open("/figures?year=2024")
                        .select("tbody th:contains(Diêu Trì)")
                        .eachText())
                .containsExactlyInAnyOrder("Thị trấn Diêu Trì (mã 21955)", "Thị trấn Diêu Trì (mã 21958)");
        String address = kept(send("/letters", "vanphong", typed(open(EACH), "/letters")));
        assertThat(entries(file(address + "/letters.zip")))
                .filteredOn(name -> name.contains("Diêu Trì") && name.endsWith(".pdf"))
                .extracting(name -> name.substring(3))
                .containsExactlyInAnyOrder("Thị trấn Diêu Trì.pdf", "Thị trấn Diêu Trì (cũ).pdf");
        assertThat(open(address).select(".letter").eachText())
                .anyMatch(letter -> letter.contains("Kính gửi: Ủy ban nhân dân thị trấn Diêu Trì (cũ)"));
    }

    @ParameterizedTest
    @CsvSource({"ANNEX", "EACH"})
    @Transactional
    void offersNoLetterWhereNobodyIsLate(String shape) throws Exception {
        List<String> press = typed(open(LATE + "&shape=" + shape), "/letters");
        jdbc.sql("update installation set in_use_since = '2025-01-01'").update();

        Document page = open(LATE + "&shape=" + shape);
        assertThat(page.select(".notice").text()).contains("Năm 2024 không có đơn vị nào quá hạn nộp báo cáo tháng");
        assertThat(page.select("form[action^=/letters][method=post], article.paper"))
                .isEmpty();
        assertThat(page(send("/letters", "vanphong", press).andExpect(status().isConflict()))
                        .select(".notice")
                        .text())
                .contains("Năm 2024 không có đơn vị nào quá hạn nộp báo cáo tháng");
    }

    @Test
    @Transactional
    void missesInTheLetterToAUnitTheReturnsThatTheLetterToAllMisses() throws Exception {
        String sent = "/dashboard/units/2/letter?year=2024&month=9";
        assertThat(letterOf(sent)).contains("1. Về báo cáo: đã gửi đủ 9/9 báo cáo tháng.");

        jdbc.sql("update monthly_return set status = 'DRAFT' where unit_id = 2 and month = '2024-09-01'")
                .update();

        assertThat(letterOf(sent))
                .contains(
                        "1. Về báo cáo: còn thiếu 1 báo cáo tháng (09/2024); báo cáo tháng 09/2024 có hạn ngày",
                        "Gửi đủ các báo cáo tháng còn thiếu")
                .doesNotContain("đã gửi đủ");

        // Days other than those of the civil month are named.
        jdbc.sql(
                        "update reporting_month set first_day = '2024-08-15', last_day = '2024-09-14' where month = '2024-09-01'")
                .update();
        assertThat(letterOf(sent))
                .contains("báo cáo tháng (09/2024); báo cáo tháng 09/2024 (15/08–14/09/2024) có hạn ngày");
        jdbc.sql("update monthly_return set status = 'RETURNED' where unit_id = 2 and month = '2024-09-01'")
                .update();
        assertThat(letterOf(sent)).contains("Báo cáo tháng 09/2024 (15/08–14/09/2024) đã được trả lại");
    }

    /** It was handed in in time and lay with the reviewers since: no letter counts the days from its deadline. */
    @Test
    @Transactional
    void tellsAReturnThatWasSentBackApartFromOneThatNobodyHandedIn() throws Exception {
        sentBack("2024-09-01", 3);
        sentBack("2024-05-01", 3);

        assertThat(letterOf("/dashboard/units/2/letter?year=2024&month=9"))
                .contains(
                        "1. Báo cáo tháng 09/2024 đã được trả lại để kiểm tra, đến nay chưa nộp lại.",
                        "Gửi đủ các báo cáo tháng còn thiếu")
                .doesNotContain("quá hạn", "đã gửi đủ", "còn thiếu 1 báo cáo");
        assertThat(open(LATE).select(".paper-table tbody tr:contains(Diêu Trì)").text())
                .contains("09, 10, 11, 12/2024 4 05/11/2024", "Bị trả lại: 09/2024");
        assertThat(reminder()).contains("Số liệu được trả lại ngày").doesNotContain("quá hạn");
        // No revision of May says when it was first submitted.
        assertThat(open("/figures?year=2024")
                        .select("tbody tr:contains(Diêu Trì) td")
                        .get(4)
                        .text())
                .contains("Bị trả lại · quá hạn 3 ngày");

        // Its unit enters figures anew: it was sent back as before, and not handed in since.
        jdbc.sql(
                        "update monthly_return set status = 'DRAFT', source = 'FORM', handed_in = true where unit_id = 2 and status = 'RETURNED'")
                .update();
        assertThat(letterOf("/dashboard/units/2/letter?year=2024&month=9"))
                .contains("1. Báo cáo tháng 09/2024 đã được trả lại để kiểm tra, đến nay chưa nộp lại.")
                .doesNotContain("quá hạn", "còn thiếu 1 báo cáo");
        assertThat(reminder()).contains("Số liệu được trả lại ngày").doesNotContain("quá hạn");
        assertThat(open("/figures?year=2024")
                        .select("tbody tr:contains(Diêu Trì) td")
                        .get(4)
                        .text())
                .contains("quá hạn 3 ngày");
    }

    /** The unit handed it in in time, and the Office entered other figures since: no letter, reminder or table says that the unit is late. */
    @Test
    @Transactional
    void asksNoUnitForAReturnThatTheOfficeMadeADraftAgain() throws Exception {
        String set = "update monthly_return set status = 'DRAFT', source = 'FORM', handed_in = true, with_office = ? "
                + "where unit_id = 2 and month = '2024-09-01'";
        jdbc.sql(set).param(false).update();
        assertThat(letterOf("/dashboard/units/2/letter?year=2024&month=9"))
                .contains("còn thiếu 1 báo cáo tháng (09/2024)");
        assertThat(open("/figures/2024-09/reminders").select("#reminder-2")).hasSize(1);

        jdbc.sql(set).param(true).update();
        assertThat(letterOf("/dashboard/units/2/letter?year=2024&month=9")).doesNotContain("09/2024)");
        assertThat(open(LATE).select(".paper-table tbody tr:contains(Diêu Trì)").text())
                .contains("10, 11, 12/2024")
                .doesNotContain("09,");
        assertThat(open("/figures/2024-09/reminders").select("#reminder-2")).isEmpty();
    }

    /** Handed in in time and opened again three days ago: told apart from what nobody handed in, and late since then. */
    @Test
    @Transactional
    void tellsAReturnThatItsUnitOpenedAgainApart() throws Exception {
        String set = "update monthly_return set status = 'DRAFT', source = 'FORM', handed_in = true,"
                + " opened_at = now() - make_interval(days => ?) where unit_id = 2 and month = '2024-09-01'";
        jdbc.sql(set).param(3).update();
        assertThat(letterOf("/dashboard/units/2/letter?year=2024&month=9"))
                .contains("1. Báo cáo tháng 09/2024 đã nộp, đơn vị mở lại để sửa, đến nay chưa nộp lại.")
                .doesNotContain("quá hạn", "còn thiếu 1 báo cáo");
        assertThat(open(LATE).select(".paper-table tbody tr:contains(Diêu Trì)").text())
                .contains("Mở lại sau khi nộp: 09/2024");
        assertThat(reminder())
                .contains("Số liệu đã nộp, đơn vị mở lại để sửa ngày")
                .doesNotContain("quá hạn");

        jdbc.sql(set).param(0).update();
        assertThat(letterOf("/dashboard/units/2/letter?year=2024&month=9"))
                .doesNotContain("09/2024 đã nộp, đơn vị mở lại");
    }

    private String reminder() throws Exception {
        return open("/figures/2024-09/reminders")
                .select("textarea:contains(Diêu Trì)")
                .text();
    }

    /** As in the year's table: nothing is late on the very day on which it is asked for again. */
    @Test
    @Transactional
    void namesNoReturnOfWhatWasSentBackToday() throws Exception {
        sentBack("2024-09-01", 0);
        assertThat(open(LATE).select(".paper-table tbody tr:contains(Diêu Trì)").text())
                .contains("10, 11, 12/2024")
                .doesNotContain("09", "Bị trả lại");
    }

    /** By a reviewer, so many days ago. */
    private void sentBack(String month, int days) {
        long id = jdbc.sql("""
                        update monthly_return set status = 'RETURNED', source = 'FORM'
                        where unit_id = 2 and month = cast(? as date) returning id
                        """).param(month).query(Long.class).single();
        jdbc.sql("""
                        insert into return_remark (return_id, version, text, made_by_name, made_at)
                        values (?, 1, 'Xem lại', 'A', now() - make_interval(days => ?))
                        """).param(id).param(days).update();
    }

    @Test
    @Transactional
    void asksNoUnitForAReturnThatItCannotSendAnyMore() throws Exception {
        assertThat(letterOf(ONE)).contains("1. Về báo cáo: còn thiếu 1 báo cáo tháng (09/2024)");

        jdbc.sql("""
                        update reporting_month set state = 'LOCKED', changed_at = now(), changed_by_name = 'A',
                            changed_by = (select min(id) from app_user)
                        where month = '2024-09-01'
                        """).update();
        jdbc.sql("update monthly_return set status = 'DRAFT' where unit_id = 2 and month = '2024-09-01'")
                .update();

        for (String letter : List.of(ONE, "/dashboard/units/2/letter?year=2024&month=9")) {
            assertThat(letterOf(letter))
                    .contains("1. Về báo cáo: đã gửi 8/9 báo cáo tháng.")
                    .doesNotContain("còn thiếu 1 báo cáo tháng", "Gửi đủ các báo cáo tháng còn thiếu");
        }
    }

    private String letterOf(String address) throws Exception {
        return open(address).select(".letter").text();
    }

    /** The time of one action for all late units stands in the output. */
    @Test
    void writesToEachLateUnitInOneAction() throws Exception {
        List<String> press = typed(open(EACH), "/letters");
        long begun = System.nanoTime();
        String address = kept(send("/letters", "vanphong", press));
        long kept = System.nanoTime();
        byte[] zip = file(address + "/letters.zip");
        System.out.printf(
                "letters to 23 units: kept in %d ms, 23 .docx and 23 .pdf in %d ms%n",
                (kept - begun) / 1_000_000, (System.nanoTime() - kept) / 1_000_000);

        List<String> names = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".docx")) {
                    documents.add(words(files.readAllBytes()));
                }
            }
        }
        assertThat(names).hasSize(46).contains("01 Thị trấn Tuy Phước.docx", "01 Thị trấn Tuy Phước.pdf");
        assertThat(documents.get(0))
                .contains(
                        "Kính gửi: Ủy ban nhân dân thị trấn Tuy Phước",
                        "Ủy ban nhân dân thị trấn Tuy Phước chưa gửi đủ")
                .doesNotContain("{");
        assertThat(documents)
                .filteredOn(each -> each.contains("Kính gửi: Phòng "))
                .hasSizeGreaterThan(5);
        assertThat(open(address).select("details")).hasSize(23);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ONE + "|subject||422|trong một dòng",
                ONE + "|body||422|không quá 8.000",
                ONE + "|seen|khác|409|đã thay đổi từ khi mở trang",
                EACH + "|body|Gửi {don_vi}|422|hai tên trong ngoặc nhọn",
                EACH + "|body|{tinh_hinh} {ten}|422|hai tên trong ngoặc nhọn"
            })
    void saysAtItsPlaceWhatCannotBeKeptAndKeepsWhatWasTyped(
            String draft, String field, String typed, int answer, String said) throws Exception {
        String value = typed == null ? "" : typed;
        List<String> press = typed(open(draft), "/letters", field, value);
        press.set(press.indexOf(field.equals("subject") ? "body" : "subject") + 1, "Chữ đã gõ");
        if (draft.equals(EACH) && field.equals("subject")) {
            press.set(press.indexOf("body") + 1, "{tinh_hinh}");
        }

        Document refused = page(send("/letters", "vanphong", press).andExpect(status().is(answer)));

        assertThat(refused.select(".error-summary").text()).contains(said);
        assertThat(refused.select("[name=subject]").val()
                        + refused.select("[name=body]").text())
                .contains("Chữ đã gõ");
        assertThat(jdbc.sql("select count(*) from letter where subject = 'Chữ đã gõ'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static List<String> entries(byte[] zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String kept(ResultActions answer) throws Exception {
        String address =
                answer.andExpect(status().isFound()).andReturn().getResponse().getRedirectedUrl();
        assertThat(address).matches("/letters/\\d+.*");
        return address.replaceFirst("[?].*", "");
    }

    private static String words(byte[] docx) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
