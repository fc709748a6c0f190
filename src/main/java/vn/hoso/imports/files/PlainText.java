package vn.hoso.imports.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The text of a .csv file: UTF-8, or UTF-16 that says so. Anything else is refused, never guessed. */
final class PlainText {

    /** Vietnamese letters in UTF-8 that some program took for Western ones: "Tháº¯ng", "Ä‘Æ¡n". */
    private static final Pattern TWICE_CODED = Pattern.compile("á[º»]|Ã[\u0080-¿]|Ä[\u0080-¿‘’ƒ]|Æ[°¡]");

    private PlainText() {}

    static String of(byte[] bytes) {
        String text = starts(bytes, 0xFF, 0xFE)
                ? decode(bytes, 2, StandardCharsets.UTF_16LE)
                : starts(bytes, 0xFE, 0xFF)
                        ? decode(bytes, 2, StandardCharsets.UTF_16BE)
                        : decode(bytes, starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
        if (text.chars().anyMatch(PlainText::control)) {
            throw Refusals.of("not-text");
        }
        if (TWICE_CODED.matcher(text).find() || text.indexOf('\uFFFD') >= 0) {
            throw Refusals.of("encoding");
        }
        return text;
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusals.of("encoding");
        }
    }

    private static boolean control(int each) {
        return Character.isISOControl(each) && each != '\t' && each != '\r' && each != '\n';
    }
}
