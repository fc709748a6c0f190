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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.extracts.reading.ExtractReader.Extract;
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
        assertThat(extract.heading().dropped(false)).containsExactly("A", "E", "Q");
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
                "45579|2024-10-14",
                "45579,55|2024-10-14"
            })
    void readsDaysInEverySpelling(String text, LocalDate day) {
        assertThat(row("A1;1.1;4;X;" + text + ";Online;N;0").receivedOn()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"31/02/2024", "10/14/2024", "hôm qua", "14/10/24", "123", "14/10/1924"})
    void leavesRowsWithoutADayUncountedAndKeepsNothingOfThem(String text) {
        Extract extract = csv(HEAD + "A1;1.1;4;X;" + text + ";Online;N;0");
        assertThat(extract.undated()).containsExactly(2);
        assertThat(extract.dossiers()).containsExactly(Dossier.undated(2));
    }

    @ParameterizedTest
    @CsvSource({
        "Trực tuyến,ONLINE", "Online,ONLINE", "Qua mạng,ONLINE", "Cổng DVC quốc gia,ONLINE", "Trực tiếp,PAPER",
        "Một cửa,PAPER", "tại quầy,PAPER", "BCCI,POST", "Bưu chính công ích,POST", "Trực tuyến và trực tiếp,",
        "Không trực tuyến,", "khác,"
    })
    void knowsChannelsInManySpellings(String word, Channel channel) {
        Dossier dossier = row("A1;1.1;4;X;14/10/2024;" + word + ";N;0");
        assertThat(dossier.channel()).isEqualTo(channel);
        assertThat(dossier.channelWord()).isEqualTo(channel == null ? word : null);
    }

    @ParameterizedTest
    @CsvSource({
        "4,FULL_PROCESS", "Toàn trình,FULL_PROCESS", "TOÀN TRÌNH,FULL_PROCESS", "3,PARTIAL", "Mức độ 3,PARTIAL",
        "DVC một phần,PARTIAL", "2,NOT_ONLINE", "DVC còn lại,NOT_ONLINE", "Toàn trình/một phần,", "5,"
    })
    void knowsClassesInManySpellings(String word, ServiceClass serviceClass) {
        assertThat(row("A1;1.1;" + word + ";X;14/10/2024;Online;N;0").serviceClass())
                .isEqualTo(serviceClass);
    }

    @ParameterizedTest
    @CsvSource({"8.000,8000", "20000,20000", "'15,000 đ',15000", "'',0", "Miễn phí,0", "1.5,", "abc,"})
    void readsFees(String text, Long fee) {
        assertThat(row("A1;1.1;4;X;14/10/2024;Online;N;\"" + text + "\"").feeDue())
                .isEqualTo(fee);
    }

    @Test
    void refusesCellsThatLookLikeACitizensNumberAndNamesThePlaceAlone() {
        for (String cells : List.of(
                "052079446851;1.1;4;X;14/10/2024;Online;N;0",
                "A1;1.1;4;Bà Hai 0945052292;14/10/2024;Online;N;0",
                "A1;1.1;4;X;14/10/2024;Online 052079446851;N;0")) {
            assertThatThrownBy(() -> row(cells)).isInstanceOfSatisfying(UserFacingException.class, refused -> {
                assertThat(refused.messageKey()).isEqualTo("extracts.refused.personal");
                assertThat(refused.args()).contains("CSV", "2").doesNotContain("052079446851", "0945052292");
            });
        }
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
