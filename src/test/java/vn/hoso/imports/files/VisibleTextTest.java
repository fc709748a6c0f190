package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

    /** Whole letters are taken as they are, without a look at each: that no other sign is taken for one. */
    @Test
    void everySignIsComposedAndSeenOrGoneWhateverStandsBeforeIt() {
        String wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(sign -> Character.getType(sign) != Character.SURROGATE)
                .filter(sign -> {
                    String text = "Xã ơ" + Character.toString(sign);
                    String left = unseen(sign) ? "Xã ơ" : Normalizer.normalize(text, Normalizer.Form.NFC);
                    return !VisibleText.of(text).equals(left) || VisibleText.unseen(text) != unseen(sign);
                })
                .mapToObj(Integer::toHexString)
                .limit(20)
                .toList()
                .toString();
        assertThat(wrong).isEqualTo("[]");
    }

    private static boolean unseen(int sign) {
        return Character.getType(sign) == Character.FORMAT
                || FILLERS.indexOf(sign) >= 0
                || sign >= 0xFE00 && sign <= 0xFE0F;
    }

    @Test
    void onlyAccentsHeapUp() {
        assertThat(VisibleText.heaped("Ộ".repeat(100))).isFalse();
        assertThat(VisibleText.heaped("o" + "\u0323".repeat(FileLimits.ACCENTS)))
                .isFalse();
        assertThat(VisibleText.heaped("Ộ" + "\u0323".repeat(FileLimits.ACCENTS + 1)))
                .isTrue();
    }
}
