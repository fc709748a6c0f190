package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> CONTEXT =
            List.of("thibinh", "Trần Thị Bình", "Xã Phước An", "Thị trấn Diêu Trì", "huyện Tuy Phước", "ubnd");

    private static final PasswordRules RULES = new PasswordRules(12, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sông Hà Thanh mùa nước nổi",
                "mười hai chữ",
                "con trâu vàng gặm cỏ bờ đê",
                "kxq7 vmt2 bbw9",
                "correct horse battery staple",
                "🐃🐃🌾🌾🛶🛶🐟🐟🌧☀🍚🥢",
            })
    void takesWhatIsLongAndNotGuessedFirst(String password) {
        assertThat(RULES.problems(password, CONTEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "qwertyuiop12",
                "1234567890123",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "thibinh2024!",
                "Phước An 2024",
                "xaphuocan2024",
                "DieuTri@2024!",
                "ubnd tuy phước",
                "UBNDTuyPhuoc123",
                "tranthibinh99",
                "matkhau123456",
                "Matkhau@2024",
            })
    void refusesWhatAGuesserTriesFirst(String password) {
        assertThat(RULES.problems(password, CONTEXT)).containsExactly("passwordGuessable");
    }

    @ParameterizedTest
    @CsvSource({"11, false", "12, true", "64, true", "128, true", "129, false"})
    void countsCharactersNotBytes(int length, boolean taken) {
        String password = "đổ".repeat(1) + "ắằẳẵặấầẩẫậéèẻẽẹ".repeat(9).substring(0, length - 2);
        assertThat(RULES.problems(password, CONTEXT).isEmpty()).isEqualTo(taken);
        assertThat(RULES.problems(Normalizer.normalize(password, Normalizer.Form.NFD), CONTEXT)
                        .isEmpty())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "Sông Hà mùa 7 nước!, true",
        "sông hà mùa 7 nước!, false",
        "SÔNG HÀ MÙA 7 NƯỚC!, false",
        "Sông Hà mùa nước nổi!, false",
        "SôngHàmùa7nướcnổi, false",
    })
    void asksForCompositionOnlyWhereTheOfficeDoes(String password, boolean composed) {
        assertThat(RULES.problems(password, CONTEXT)).isEmpty();
        assertThat(new PasswordRules(12, true).problems(password, CONTEXT).isEmpty())
                .isEqualTo(composed);
    }

    @Test
    void keepsALongListOfCommonPasswords() {
        assertThat(PasswordRules.Common.PASSWORDS).hasSizeGreaterThan(10_000).contains("123456", "iloveyou", "matkhau");
    }
}
