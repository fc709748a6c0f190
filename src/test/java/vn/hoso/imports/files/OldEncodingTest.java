package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoso.imports.files.EncodingEvidence.VietnameseSyllable;

class OldEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "UBND HUYÖN TUY PH¦íC, UBND HUYỆN TUY PHƯỚC",
        "Ph\u00AD\u00EDc Th\u00BEng, Phước Thắng",
        "Tªn ®¬n vÞ, Tên đơn vị",
        "DVC trùc tuyÕn toµn tr×nh mét phÇn, DVC trực tuyến toàn trình một phần",
        "Ghi chó, Ghi chú",
        "§¬n vÞ, Đơn vị",
        "khuûu kü lïa vÑt ngãn tß tr·, khuỷu kỹ lùa vẹt ngón tò trã"
    })
    void turnsTcvn3(String old, String unicode) {
        assertThat(OldEncoding.TCVN3.unicode(old)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        "Ñôn vò, Đơn vị",
        "Toång soá hoà sô tröïc tuyeán, Tổng số hồ sơ trực tuyến",
        "Xaõ Phöôùc Thaéng, Xã Phước Thắng",
        "Thò traán Dieâu Trì, Thị trấn Diêu Trì",
        "TOAØN TRÌNH MOÄT PHAÀN, TOÀN TRÌNH MỘT PHẦN",
        "kyø baùo caùo thaùng, kỳ báo cáo tháng",
        "nghæ leã kyõ, nghỉ lễ kỹ"
    })
    void turnsVni(String old, String unicode) {
        assertThat(OldEncoding.VNI.unicode(old)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({"toàn", "trình", "nghiêng", "quyết", "giấy", "Phước", "uỷ", "đường", "khuya", "xã", "thuở", "gì", "tắc"
    })
    void knowsASyllable(String word) {
        assertThat(VietnameseSyllable.is(word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"café", "Müller", "tæng", "vÞ", "tổc", "ngược2", "cafộ", "trîngh", "óò", "đượć"})
    void knowsWhatIsNone(String word) {
        assertThat(VietnameseSyllable.is(word)).isFalse();
    }

    private static Optional<OldEncoding> encoding(List<String> texts) {
        EncodingEvidence evidence = new EncodingEvidence();
        texts.forEach(evidence::add);
        return evidence.encoding();
    }

    @Test
    void recognisesTextThatCanBeNothingElse() {
        assertThat(encoding(List.of("§¬n vÞ", "Tæng sè hå s¬"))).contains(OldEncoding.TCVN3);
        assertThat(encoding(List.of("Ñôn vò", "Toång soá hoà sô", "Xaõ Phöôùc Thaéng")))
                .contains(OldEncoding.VNI);
    }

    static Stream<List<String>> others() {
        return Stream.of(
                List.of("Đơn vị", "§¬n vÞ"),
                List.of("Xã Hòa Bình", "Thành Tân", "toàn trình", "báo cáo tháng này"),
                List.of("Don vi", "Tong so ho so"),
                List.of("Café Müller", "Élève à Genève", "naïve façade"),
                List.of("· mot", "· hai", "3 × 4", "25 °C", "µ", "¸ ®"),
                List.of("kg·m", "m²", "§ 5", "a×b"),
                List.of("§¬n"),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("others")
    void leavesOtherTextAlone(List<String> texts) {
        assertThat(encoding(texts)).isEmpty();
    }

    @Test
    void readsACsvInAnOldEncodingWithTheOriginalBesideIt() {
        for (byte[] bytes : List.of(
                "Tªn ®¬n vÞ;Tæng sè hå s¬\nX\u00B7 Ph\u00AD\u00EDc An;12\n".getBytes(StandardCharsets.ISO_8859_1),
                "Teân ñôn vò;Toång soá hoà sô\nXaõ Phöôùc An;12\n".getBytes(StandardCharsets.ISO_8859_1),
                "Tªn ®¬n vÞ;Tæng sè hå s¬\nX\u00B7 Ph\u00AD\u00EDc An;12\n".getBytes(StandardCharsets.UTF_8))) {
            ParsedSheet sheet = UploadedFileReader.read("a.csv", bytes, 1).get(0);
            assertThat(sheet.rows().get(0).text(1)).isEqualTo("Tên đơn vị");
            assertThat(sheet.rows().get(0).text(2)).isEqualTo("Tổng số hồ sơ");
            assertThat(sheet.rows().get(1).cell(1).text()).isEqualTo("Xã Phước An");
            assertThat(sheet.rows().get(1).cell(1).original()).startsWith("X").doesNotContain("ã");
            assertThat(sheet.rows().get(1).cell(2)).isEqualTo(ParsedCell.text("12"));
        }
    }
}
