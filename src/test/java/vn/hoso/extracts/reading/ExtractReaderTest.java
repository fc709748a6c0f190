package vn.hoso.extracts.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.extracts.reading.ExtractReader.Extract;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.shared.UserFacingException;

/** A list is read row by row: what is counted of it, and nothing of the citizens. */
class ExtractReaderTest {

    private static final String HEAD =
            "Mã hồ sơ;Mã TTHC;Mức độ;Đơn vị;Ngày tiếp nhận;Hình thức nộp;Họ tên người nộp;Phí\n";

    static byte[] sample(String name) throws IOException {
        try (InputStream in = ExtractReaderTest.class.getResourceAsStream("/extract/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Extract csv(String text) {
        return ExtractReader.read("a.csv", text.getBytes(UTF_8), 1, Map.of());
    }

    private static Dossier row(String cells) {
        return csv(HEAD + cells).dossiers().get(0);
    }

    @Test
    void readsTheDistrictsMonth() throws IOException {
        Extract extract = ExtractReader.read("igate.xlsx", sample("igate-thang-10-2024.xlsx"), 1, Map.of());
        assertThat(extract.heading().row()).isEqualTo(6);
        assertThat(extract.dossiers()).hasSize(4171);
        assertThat(extract.ignored()).containsExactly(4178);
        assertThat(extract.undated()).isEmpty();
        assertThat(extract.heading().dropped(true)).containsExactly("K", "L", "M", "N");
        assertThat(extract.heading().dropped(false)).containsExactly("A", "E");
        assertThat(extract.has(DossierColumn.STATE)).isTrue();
        assertThat(extract.dossiers()).allMatch(each -> each.ending() == null);
        assertThat(extract.dossiers().stream().filter(each -> each.repeats() != null))
                .hasSize(9);
        assertThat(extract.dossiers().stream()
                        .filter(each -> Objects.equals(each.receivedOn(), LocalDate.of(2024, 9, 30))))
                .hasSize(12);
        assertThat(extract.dossiers()).noneMatch(each -> each.channel() == null || each.serviceClass() == null);
        assertThat(counted(extract, "UBND xã Phước Sơn"))
                .isEqualTo(List.of(146L, 137L, 191L, 123L, 489L, 269L, 306L, 124L));
    }

    @Test
    void readsTheCommunesMonthToTheSameCounts() throws IOException {
        Extract extract = ExtractReader.read("viettel.csv", sample("viettel-phuoc-son-thang-10-2024.csv"), 1, Map.of());
        assertThat(extract.heading().dropped(true)).containsExactly("B", "C");
        assertThat(counted(extract, null).subList(0, 6)).isEqualTo(List.of(146L, 137L, 191L, 123L, 489L, 269L));
        assertThat(extract.has(DossierColumn.PAID_BY)).isFalse();
        assertThat(extract.dossiers()).allMatch(each -> each.paidOnline() == null);
    }

    private static List<Long> counted(Extract extract, String unit) {
        List<Dossier> own = extract.dossiers().stream()
                .filter(each -> Objects.equals(each.unit(), unit) && each.repeats() == null)
                .filter(each -> Objects.requireNonNull(each.receivedOn()).getMonthValue() == 10)
                .toList();
        return List.of(
                of(own, ServiceClass.FULL_PROCESS, false),
                of(own, ServiceClass.FULL_PROCESS, true),
                of(own, ServiceClass.PARTIAL, false),
                of(own, ServiceClass.PARTIAL, true),
                (long) own.size(),
                own.stream().filter(each -> each.channel() == Channel.ONLINE).count(),
                own.stream()
                        .filter(each -> Objects.requireNonNullElse(each.feeDue(), 0L) > 0)
                        .count(),
                own.stream()
                        .filter(each -> Objects.requireNonNullElse(each.feeDue(), 0L) > 0
                                && Boolean.TRUE.equals(each.paidOnline()))
                        .count());
    }

    private static long of(List<Dossier> own, ServiceClass serviceClass, boolean online) {
        return own.stream()
                .filter(each -> each.serviceClass() == serviceClass)
                .filter(each -> !online || each.channel() == Channel.ONLINE)
                .count();
    }

    @Test
    void keepsNothingOfTheCitizens() throws IOException {
        String read =
                ExtractReader.read("igate.xlsx", sample("igate-thang-10-2024.xlsx"), 1, Map.of()).dossiers().stream()
                        .map(Dossier::toString)
                        .collect(Collectors.joining("\n"));
        assertThat(read).doesNotContain("052079446851", "0945052292", "Thôn Giang", "Trần Đức Phúc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14/10/2024 13:15|2024-10-14",
                "14/10/2024|2024-10-14",
                "1.9.2024|2024-09-01",
                "13:15 14/10/2024|2024-10-14",
                "2024-10-14T07:00:00|2024-10-14",
                "2024-09-30T17:00:00Z|2024-10-01",
                "2024-09-30T16:59:59.999Z|2024-09-30",
                "2024-09-30T17:00Z|2024-10-01",
                "2024-09-30 17:00:00Z|2024-10-01",
                "2024-09-30 17:00:00.123+00|2024-10-01",
                "2024-10-01T06:59:00+07:00|2024-10-01",
                "2024-10-01T02:00:00+09:00|2024-10-01",
                "2024-10-01T01:00:00+09:00|2024-09-30",
                "2024-09-30T10:00:00-0700|2024-10-01",
                "2024-09-30 08:00-11:30|2024-09-30",
                "45579|2024-10-14",
                "'\"14/10/2024\n08:30\"'|2024-10-14",
                "45579,55|2024-10-14"
            })
    void readsDaysInEverySpelling(String text, LocalDate day) {
        assertThat(row("A1;1.1;4;X;" + text + ";Online;N;0").receivedOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"31/02/2024", "10/14/2024", "hôm qua", "2024-09-30T25:00:00Z", "14/10/24", "123", "14/10/1924"})
    void leavesRowsWithoutADayUncountedAndKeepsNothingOfThem(String text) {
        Extract extract = csv(HEAD + "A1;1.1;4;X;" + text + ";Online;N;0");
        assertThat(extract.undated()).containsExactly(2);
        assertThat(extract.dossiers()).containsExactly(Dossier.undated(2));
    }

    @ParameterizedTest
    @CsvSource({
        "Trực tuyến,ONLINE", "Online,ONLINE", "Qua mạng,ONLINE", "Cổng DVC quốc gia,ONLINE", "Trực tiếp,PAPER",
        "Một cửa,PAPER", "tại quầy,PAPER", "BCCI,POST", "Bưu chính công ích,POST", "Trực tuyến và trực tiếp,",
        "Không trực tuyến,", "Hồ sơ không trực tuyến,", "khác,"
    })
    void knowsChannelsInManySpellings(String word, Channel channel) {
        Dossier dossier = row("A1;1.1;4;X;14/10/2024;" + word + ";N;0");
        assertThat(dossier.channel()).isEqualTo(channel);
        assertThat(dossier.channelWord()).isEqualTo(channel == null ? word : null);
    }

    @ParameterizedTest
    @CsvSource({
        "4,FULL_PROCESS",
        "Toàn trình,FULL_PROCESS",
        "TOÀN TRÌNH,FULL_PROCESS",
        "3,PARTIAL",
        "Mức độ 3,PARTIAL",
        "DVC một phần,PARTIAL",
        "2,NOT_ONLINE",
        "DVC còn lại,NOT_ONLINE",
        "Toàn trình/một phần,",
        "5,",
        "DVC không toàn trình,",
        "Chưa toàn trình,",
        "Không phải một phần,",
        "Dịch vụ công chưa một phần,",
        "Chưa cung cấp trực tuyến,NOT_ONLINE",
        "Chưa cung cấp nên không còn lại,"
    })
    void knowsClassesInManySpellings(String word, ServiceClass serviceClass) {
        assertThat(row("A1;1.1;" + word + ";X;14/10/2024;Online;N;0").serviceClass())
                .isEqualTo(serviceClass);
    }

    @ParameterizedTest
    @CsvSource({
        "8.000,8000",
        "20000,20000",
        "'15,000 đ',15000",
        "'',0",
        "Miễn phí,0",
        "1.5,",
        "abc,",
        "100.000 150.000 120.000 200.000,",
        "1.234.567.890.123,",
        "'1.234,567',"
    })
    void readsFees(String text, Long fee) {
        assertThat(row("A1;1.1;4;X;14/10/2024;Online;N;\"" + text + "\"").feeDue())
                .isEqualTo(fee);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phí;Lệ phí|15.000;|15000",
                "Phí;Lệ phí|;8.000|8000",
                "Lệ phí (đồng);Phí|15.000;8.000|23000",
                "Phí;Lệ phí|15.000;abc|",
                "Tổng phí;Tổng lệ phí|;8.000|8000",
                "Phí, lệ phí;Lệ phí|23.000;8.000|23000",
                "Phí;Lệ phí;Tổng phí|15.000;8.000;23.000|23000",
                "Lệ phí;Ghi chú|8.000;x|8000"
            })
    void addsFeesAndLeviesThatStandApart(String headings, String cells, Long fee) {
        Extract extract = csv(HEAD.replace("Phí", headings) + "A1;1.1;4;X;14/10/2024;Online;N;" + cells);
        assertThat(extract.dossiers().get(0).feeDue()).isEqualTo(fee);
    }

    @ParameterizedTest
    @CsvSource({
        "Ngày nộp,true",
        "Đơn vị xử lý,true",
        "Cơ quan giải quyết,true",
        "Ngày tiếp nhận,false",
        "Đơn vị,false",
        "Hình thức nộp,false"
    })
    void knowsColumnsThatStandInForOthers(String heading, boolean substitute) {
        assertThat(DossierColumn.substitute(heading)).isEqualTo(substitute);
    }

    @ParameterizedTest
    @CsvSource({
        "Từ chối tiếp nhận,REFUSED",
        "Không đủ điều kiện,REFUSED",
        "Đã huỷ,CANCELLED",
        "Hủy hồ sơ,CANCELLED",
        "Công dân rút hồ sơ: ông Nguyễn Văn Kín 0945052292,WITHDRAWN",
        "Đã trả kết quả,",
        "Xử lý rút gọn,",
        "Huỳnh,",
        "'',"
    })
    void knowsDossiersThatWereNotDealtWithAndKeepsNoWordOfTheirState(String state, Ending ending) {
        Extract extract =
                csv(HEAD.replace("Phí", "Trạng thái hồ sơ") + "A1;1.1;4;X;14/10/2024;Online;N;\"" + state + '"');
        assertThat(extract.dossiers()).singleElement().satisfies(each -> {
            assertThat(each.ending()).isEqualTo(ending);
            assertThat(each.toString()).doesNotContain("Kín", "0945052292");
        });
    }

    @Test
    void refusesCellsThatLookLikeACitizensNumberAndNamesThePlaceAlone() {
        for (String cells : List.of(
                "052079446851;1.1;4;X;14/10/2024;Online;N;0",
                "A1;1.1;4;Bà Hai 0945052292;14/10/2024;Online;N;0",
                "A1;1.1;4;Bà Hai 0905.123.456;14/10/2024;Online;N;0",
                "A1;1.1;4;Bà Hai +84 905 123 456;14/10/2024;Online;N;0",
                "A1;052079446851;4;X;14/10/2024;Online;N;0",
                "A1;1.1;4;X;14/10/2024;Online 052079446851;N;0")) {
            assertThatThrownBy(() -> row(cells)).isInstanceOfSatisfying(UserFacingException.class, refused -> {
                assertThat(refused.messageKey()).isEqualTo("extracts.refused.personal");
                assertThat(refused.args()).contains("CSV", "2").doesNotContain("052079446851", "0945052292");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Đã thanh toán trực tuyến,true",
        "VNPT Pay,true",
        "Chuyển khoản,true",
        "Quét mã QR,true",
        "Thẻ ATM,true",
        "Tiền mặt,false",
        "'Tiền mặt, không trực tuyến',false",
        "Chưa thanh toán,false",
        "Khác,",
        "Không dùng tiền mặt,",
        "Trực tiếp qua mã QR,"
    })
    void knowsWaysOfPayingOrSaysThatItDoesNot(String word, Boolean online) {
        Extract extract =
                csv(HEAD.replace("Phí", "Hình thức thanh toán") + "A1;1.1;4;X;14/10/2024;Online;N;\"" + word + '"');
        assertThat(extract.dossiers().get(0).paidOnline()).isEqualTo(online);
        assertThat(extract.unknownPaid()).isEqualTo(online == null ? List.of(2) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"'',0,false", "-,0,false", "'','',false", "'',8.000,", "-,8.000,", "'',abc,", "Tiền mặt,8.000,false"})
    void takesABlankWayOfPayingForNoneOnlyWhereNothingIsDue(String word, String fee, Boolean online) {
        Extract extract = csv(
                HEAD.replace("Phí", "Phí;Hình thức thanh toán") + "A1;1.1;4;X;14/10/2024;Online;N;" + fee + ";" + word);
        assertThat(extract.dossiers().get(0).paidOnline()).isEqualTo(online);
        assertThat(extract.unknownPaid()).isEqualTo(online == null ? List.of(2) : List.of());
        assertThat(extract.unknownFee()).isEqualTo(fee.equals("abc") ? List.of(2) : List.of());
    }

    @Test
    void saysNothingOfBlankWaysOfPayingWithoutAColumnOfFees() {
        Extract extract = csv(HEAD.replace("Phí", "Hình thức thanh toán") + "A1;1.1;4;X;14/10/2024;Online;N;\n");
        assertThat(extract.dossiers().get(0).paidOnline()).isNull();
        assertThat(extract.unknownPaid()).isEmpty();
    }

    @Test
    void takesACellThatFailedForNoFeeAndNoPayment() {
        Map<DossierColumn, Integer> columns = Map.of(DossierColumn.FEE, 1, DossierColumn.PAID_BY, 2);
        for (ParsedCell.Kind kind : List.of(ParsedCell.Kind.FAILED, ParsedCell.Kind.UNCOMPUTED)) {
            DossierCells cells = new DossierCells("S", false, columns);
            ParsedRow row = new ParsedRow(
                    2, new TreeMap<>(Map.of(1, new ParsedCell("#N/A", kind), 2, new ParsedCell("#N/A", kind))));
            assertThat(cells.fee(row)).isNull();
            assertThat(cells.paidOnline(row, 0L)).isNull();
            DossierRows rows = new DossierRows(cells);
            rows.dossier(row, LocalDate.of(2024, 10, 14));
            assertThat(rows.unknownFee()).containsExactly(2);
            assertThat(rows.unknownPaid()).containsExactly(2);
        }
    }

    @Test
    void takesOnlyTheSameDossierForARepeatAndTellsEqualCodes() {
        Extract extract = csv(HEAD
                + "A1;1.1;4;X;14/10/2024;Online;N;0\nA1;1.1;4;Y;14/10/2024;Online;N;0\nA1;1.1;4;X;15/10/2024;Online;N;0\n"
                + "A1;1.1;4;X;14/10/2024;BCCI;M;0\nA1;1.1;4;Y;14/10/2024;Online;M;0\n");
        assertThat(extract.dossiers()).extracting(Dossier::repeats).containsExactly(null, null, null, 2, 3);
        assertThat(extract.differing()).isEqualTo(Map.of(3, 2, 4, 2));
    }

    @Test
    void callsADossierWithoutDayAndChannelUndatedAndATotalNone() {
        Extract extract = csv(HEAD + "A1;1.1;4;X;14/10/2024;Online;N;0\nA2;1.1;4;X;;;N;0\nH08-241013-1;;;;;;;\n"
                + "Tổng:2;;;;;;;8\n2;;;;;;;8\n");
        assertThat(extract.undated()).containsExactly(3, 4);
        assertThat(extract.ignored()).containsExactly(5, 6);
    }

    @Test
    void takesANameOfDashesForNone() {
        assertThat(csv(HEAD.replace("Mã TTHC", "Tên TTHC") + "A1;-;4;X;14/10/2024;Online;N;0")
                        .dossiers()
                        .get(0)
                        .procedureName())
                .isNull();
    }

    @Test
    void readsCodesOfProceduresThatASpreadsheetTookForNumbers() {
        assertThat(Procedure.codeIn(new ParsedCell("1,004441", ParsedCell.Kind.NUMBER)))
                .isEqualTo("1.004441");
        assertThat(Procedure.codeIn(new ParsedCell("2,00072", ParsedCell.Kind.NUMBER)))
                .isEqualTo("2.000720");
        assertThat(Procedure.codeIn(new ParsedCell("2,00072", ParsedCell.Kind.TEXT)))
                .isEqualTo("2,00072");
    }

    @Test
    void readsNoColumnAboutCitizensWhateverAPersonSaysOfIt() {
        String list = "Ký hiệu;Loại;Vào ngày;Bằng cách;Họ tên công dân\nA1;4;14/10/2024;Online;Nguyễn Văn A\n";
        assertThatThrownBy(() -> csv(list)).isInstanceOfSatisfying(ExtractReader.UnknownHeading.class, unknown -> {
            Map<DossierColumn, Integer> said = Map.of(
                    DossierColumn.SERVICE_CLASS,
                    2,
                    DossierColumn.RECEIVED_ON,
                    3,
                    DossierColumn.CHANNEL,
                    4,
                    DossierColumn.UNIT,
                    5);
            Extract extract = ExtractReader.read(
                    "a.csv",
                    list.getBytes(UTF_8),
                    1,
                    Map.of(unknown.likely().orElseThrow().signature(), said));
            assertThat(extract.has(DossierColumn.UNIT)).isFalse();
            assertThat(extract.dossiers().toString()).doesNotContain("Nguyễn");
        });
    }

    @Test
    void refusesRowsWhoseCellsHaveMoved() {
        assertThatThrownBy(() -> row("A1;1.1;4;X;14/10/2024;Online;N;0;mới"))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("extracts.refused.moved"));
    }

    @Test
    void readsAHeadingOfTwoRowsAndPassesOverNumbersTitlesAndTotals() {
        Extract extract = csv("Danh sách\n;Hồ sơ;;;Tiếp nhận\nMã hồ sơ;Mã TTHC;Mức độ;Đơn vị;Ngày;Kênh\n"
                        .replace("Ngày;", "Ngày nhận;")
                + "1;2;3;4;5;6\nA1;1.1;4;X;14/10/2024;Online\nTổng số: 1 hồ sơ\nNgười lập;;;Chủ tịch\n");
        assertThat(extract.dossiers()).hasSize(1);
        assertThat(extract.ignored()).containsExactly(4, 6, 7);
    }

    @Test
    void asksForColumnsThatNobodyKnowsAndReadsThemAsDescribed() {
        String list = "Ký hiệu;Loại;Vào ngày;Bằng cách;Ông bà\nA1;4;14/10/2024;Online;Nguyễn Văn A\n";
        ExtractHeading[] found = new ExtractHeading[1];
        assertThatThrownBy(() -> csv(list)).isInstanceOfSatisfying(ExtractReader.UnknownHeading.class, unknown -> {
            found[0] = unknown.likely().orElseThrow();
            assertThat(found[0].row()).isEqualTo(1);
        });
        Extract extract = ExtractReader.read(
                "a.csv",
                list.getBytes(UTF_8),
                1,
                Map.of(
                        found[0].signature(),
                        Map.of(
                                DossierColumn.CODE,
                                1,
                                DossierColumn.SERVICE_CLASS,
                                2,
                                DossierColumn.RECEIVED_ON,
                                3,
                                DossierColumn.CHANNEL,
                                4)));
        assertThat(extract.dossiers()).singleElement().satisfies(each -> {
            assertThat(each.channel()).isEqualTo(Channel.ONLINE);
            assertThat(each.toString()).doesNotContain("Nguyễn");
        });
    }
}
