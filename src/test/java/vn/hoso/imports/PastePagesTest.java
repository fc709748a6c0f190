package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.imports.files.TabbedText;

/** What the grid's script is told about a pasted block. Nothing here changes anything. */
@ProgramTest(world = OWN)
class PastePagesTest {

    private static final String MONTH = "2022-11";
    private static final String FIRST = "u1.fullProcessReceived";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    private ImportForm office;
    private ImportForm staff;

    @BeforeEach
    void signIn() {
        office = new ImportForm(browser, people.as("vanphong"));
        staff = new ImportForm(browser, people.as("dieutri"));
    }

    private static Document answer(ImportForm person, int status, String cell, String text, String... more)
            throws Exception {
        List<String> fields = new ArrayList<>(List.of("month", MONTH, "cell", cell, "text", text));
        fields.addAll(List.of(more));
        MockHttpServletResponse response = person.send("/imports/paste", fields.toArray(String[]::new));
        assertThat(response.getStatus()).isEqualTo(status);
        return Jsoup.parse(response.getContentAsString());
    }

    /** What would be filled in, such as u1-fullProcessReceived=60. */
    private static List<String> fills(Document answer) {
        return answer.select("[data-into]").stream()
                .map(cell -> cell.attr("data-into") + "=" + cell.attr("data-fills"))
                .toList();
    }

    private static List<String> row(long unit, Object... figures) {
        List<String> fields = List.of(
                "fullProcessReceived",
                "fullProcessOnline",
                "partialReceived",
                "partialOnline",
                "dossiersReceived",
                "onlineReported");
        List<String> row = new ArrayList<>();
        for (int at = 0; at < figures.length; at++) {
            row.add("u" + unit + "-" + fields.get(at) + "=" + figures[at]);
        }
        return row;
    }

    /** A of the cases: rows of a 766 sheet without its headings. */
    @Test
    void asksForTheOrderOfABlockThatOnlyFitsThe766Sheet() throws Exception {
        String block = "1\tUBND thị trấn Tuy Phước\t200\t118\t60\t58\t80\t60\n";
        Document asking = answer(office, 200, FIRST, block);
        assertThat(fills(asking)).isEmpty();
        assertThat(asking.select(".paste-choice .hint").first().text())
                .isEqualTo("Nếu đọc theo thứ tự của bảng thì số liệu trái quy tắc; chỉ hợp với: Thứ tự của biểu 766"
                        + " (tổng số trước). Hãy chọn; chưa chọn thì chưa điền gì.");
        assertThat(asking.select("input[name=order]").eachAttr("value")).containsExactly("GRID", "FORM_766");
        assertThat(asking.select("input[checked]")).isEmpty();
        assertThat(asking.select(".paste-choice label").eachText())
                .element(0)
                .asString()
                .contains("Toàn trình – phát sinh 200; Toàn trình – trực tuyến 118; ", "1 dòng trái quy tắc");

        Document answered = answer(office, 200, FIRST, block, "order", "FORM_766");
        assertThat(fills(answered)).isEqualTo(row(1, 60, 58, 80, 60, 200, 118));
        assertThat(answered.select("input[checked]").eachAttr("value")).containsExactly("FORM_766");
        assertThat(answered.select(".paste-facts").text())
                .contains("theo thứ tự của biểu 766, như bạn đã chọn", "cột 1: đứng trước tên đơn vị");
    }

    /** B of the cases. */
    @Test
    void findsAUnitByItsBareNameWhereverTheCursorIs() throws Exception {
        Document answer = answer(office, 200, "u9.partialOnline", "Phước Hòa\t61\t59\t81\t61\t203\t120\r\n");
        assertThat(fills(answer)).isEqualTo(row(6, 61, 59, 81, 61, 203, 120));
        assertThat(answer.select("tbody th").text()).isEqualTo("Xã Phước Hòa dòng 1, trong khối: “Phước Hòa”");
        assertThat(answer.select("strong").first().text()).isEqualTo("6 ô sẽ điền · 0 ô cần xem lại");
    }

    /** C of the cases. */
    @Test
    void keepsALineBreakWithinACell() throws Exception {
        Document answer = answer(office, 200, FIRST, "\"Thị trấn\nTuy Phước\"\t60\t58\t80\t60\t200\t118");
        assertThat(fills(answer)).isEqualTo(row(1, 60, 58, 80, 60, 200, 118));
    }

    /** D of the cases. */
    @Test
    void leavesColumnsOfRatesOut() throws Exception {
        Document answer = answer(office, 200, FIRST, "Thị trấn Tuy Phước\t60\t58\t96,67%\t80\t60\t75,00%\t200");
        assertThat(fills(answer)).isEqualTo(row(1, 60, 58, 80, 60, 200));
        assertThat(answer.select(".paste-facts").text())
                .contains("Không dùng: cột 4: tỷ lệ, không phải số hồ sơ", "Không dùng: cột 7: tỷ lệ");
    }

    @Test
    void saysThatABlockHasNoNamesAndPutsItWhereTheCursorIs() throws Exception {
        Document answer = answer(office, 200, "u3.partialReceived", "80\t60\n81\t61");
        assertThat(fills(answer))
                .containsExactly(
                        "u3-partialReceived=80", "u3-partialOnline=60", "u4-partialReceived=81", "u4-partialOnline=61");
        assertThat(answer.select(".paste-facts li").first().text())
                .isEqualTo("Khối không có tên đơn vị: điền từ ô “Xã Phước Thắng – Một phần – phát sinh”,"
                        + " mỗi dòng của khối vào một dòng của bảng.");
    }

    @Test
    void marksWhatCannotBeReadAndWhatBreaksARule() throws Exception {
        Document answer = answer(
                office, 200, FIRST, "Xã lạ\t1\t1\t1\t1\t5\nPhước Hòa\t61\t–\t81\t1.5\t203\nPhước An\t5\t5\t5\t5\t10");
        assertThat(answer.select(".paste-refused th").text()).contains("Xã lạ", "Không nhận ra đơn vị: không điền.");
        assertThat(answer.select(".paste-odd").eachText())
                .containsExactly(
                        "– Dấu gạch không phải là 0: gõ 0 nếu không phát sinh, để trống nếu chưa báo cáo.",
                        "1.5 Không rõ là số nào: chỉ gõ số nguyên, như 10682 hoặc 10.682.");
        assertThat(answer.select("strong").first().text()).isEqualTo("8 ô sẽ điền · 7 ô cần xem lại");
        Document broken = answer(office, 200, FIRST, "Phước Hòa\t61\t62\t81\t61\t203", "order", "GRID");
        assertThat(broken.select(".paste-odd").eachText()).containsExactly("62 Trực tuyến 62 lớn hơn phát sinh 61.");
    }

    @Test
    void givesStaffTheirOwnRowOfADistrictSheet() throws Exception {
        String block = "Tuy Phước\t60\t58\t80\t60\t200\nDiêu Trì\t61\t59\t81\t61\t203\nPhước Hòa\t62\t60\t82\t62\t206";
        Document answer = answer(staff, 200, "u2.fullProcessReceived", block);
        assertThat(fills(answer)).isEqualTo(row(2, 61, 59, 81, 61, 203));
        assertThat(answer.select(".paste-facts").text())
                .contains("2 dòng của đơn vị khác mà bạn không được nhập (Thị trấn Tuy Phước, Xã Phước Hòa)");
        answer(staff, 404, "u3.fullProcessReceived", block);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u1 | 1 | 400 | Không biết khối được dán vào ô nào",
                "u1.note | 1 | 400 | Không biết khối được dán vào ô nào",
                "'' | 1 | 400 | Không biết khối được dán vào ô nào",
                "u99999999999.payable | 1 | 400 | Không biết khối được dán vào ô nào",
                "u1.fullProcessReceived | '' | 422 | Khối dán trống",
                "u1.fullProcessReceived | Xã lạ;1 | 422 | Không nhận ra đơn vị nào trong khối dán (Xã lạ).",
                "u1.paidOnline | 1;2 | 422 | từ ô đang chọn sang phải chỉ còn 1 cột",
            })
    void refusesWithWords(String cell, String text, int status, String words) throws Exception {
        assertThat(answer(office, status, cell, text.replace(';', '\t'))
                        .select("[data-paste] [role=alert]")
                        .text())
                .contains(words);
    }

    @Test
    void refusesATextThatIsTooLongAMonthThatIsNoneAndALockedOne() throws Exception {
        assertThat(answer(office, 422, FIRST, "1".repeat(TabbedText.LONGEST + 1))
                        .select("[role=alert]")
                        .text())
                .contains("dài hơn 200.000 ký tự");
        assertThat(office.send("/imports/paste", "month", "2024-13", "cell", FIRST, "text", "1\t2")
                        .getStatus())
                .isEqualTo(400);
        assertThat(office.send("/imports/paste", "month", "2024-08", "cell", FIRST, "text", "1\t2")
                        .getStatus())
                .isEqualTo(409);
        assertThat(office.send("/imports/paste").getStatus()).isEqualTo(400);
    }

    @Test
    void anAddedFigureIsKnownByTheWordsOverItsColumnInTheMonthsThatAskForIt() throws Exception {
        jdbc.sql("""
                        insert into return_field (code, name, required, place, valid_from, valid_until, changed_by_name, changed_at)
                        values ('handled', 'Đã giải quyết', false, 10, '2022-10-01', '2022-11-01', 'thử', now())
                        """).update();
        String text = "Đơn vị\tĐã giải quyết\nThị trấn Diêu Trì\t7";
        Document answer = Jsoup.parse(office.send("/imports/paste", "month", "2022-10", "cell", FIRST, "text", text)
                .getContentAsString());

        assertThat(fills(answer)).containsExactly("u2-x_handled=7");
        assertThat(office.send("/imports/paste", "month", MONTH, "cell", "u1.x_handled", "text", "1\t2")
                        .getStatus())
                .isEqualTo(400);
    }

    /** In a month of its own: a sheet with the column, one without, and one of a month that does not ask. */
    @Test
    void aSheetWithoutTheColumnOfAnAddedFigureLeavesIt() throws Exception {
        jdbc.sql("""
                        insert into return_field (code, name, required, place, valid_from, valid_until, changed_by_name, changed_at)
                        values ('lent', 'Số hồ sơ rút', false, 20, '2022-09-01', '2022-10-01', 'thử', now())
                        """).update();
        String head =
                "Tên đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;Tổng số hồ sơ";
        bring("2022-09", head + ";Số hồ sơ rút\nThị trấn Diêu Trì;10;9;20;11;50;7\n");
        assertThat(lent()).isEqualTo("{\"lent\": 7}");

        bring("2022-09", head + "\nThị trấn Diêu Trì;10;9;20;11;51\n");
        assertThat(lent()).isEqualTo("{\"lent\": 7}");

        String other = office.taken(
                "t8.csv",
                (head + ";Số hồ sơ rút\nThị trấn Diêu Trì;10;9;20;11;50;7\n").getBytes(StandardCharsets.UTF_8),
                "2022-08");
        assertThat(office.open(other).text()).contains("Kỳ 08/2022 không hỏi số liệu này");
    }

    private void bring(String month, String text) throws Exception {
        String address = office.taken("t.csv", text.getBytes(StandardCharsets.UTF_8), month);
        assertThat(office.apply(address, office.open(address)).getStatus()).isEqualTo(302);
    }

    private String lent() {
        return jdbc.sql("select cast(extra as text) from monthly_return where unit_id = 2 and month = '2022-09-01'")
                .query(String.class)
                .single();
    }
}
