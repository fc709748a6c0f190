package vn.hoso.imports.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.hoso.shared.UserFacingException;

/**
 * The text of a .csv file: UTF-8, or UTF-16 that says so, or bytes that can only be Vietnamese in an old encoding, which
 * stay as they are until the cells are cleaned. Anything else is refused, never guessed.
 */
final class DecodedText {

    /** Vietnamese letters in UTF-8 that some program took for Western ones: "Tháº¯ng", "Ä‘Æ¡n". */
    private static final Pattern TWICE_CODED = Pattern.compile("á[º»]|Ã[\u0080-¿]|Ä[\u0080-¿‘’ƒ]|Æ[°¡]");

    private DecodedText() {}

    static String of(byte[] bytes) {
        String text = starts(bytes, 0xFF, 0xFE)
                ? decode(bytes, 2, StandardCharsets.UTF_16LE)
                : starts(bytes, 0xFE, 0xFF)
                        ? decode(bytes, 2, StandardCharsets.UTF_16BE)
                        : starts(bytes, 0xEF, 0xBB, 0xBF) ? decode(bytes, 3, StandardCharsets.UTF_8) : unmarked(bytes);
        if (text.chars().anyMatch(DecodedText::control)) {
            throw FileErrors.of("not-text");
        }
        if (TWICE_CODED.matcher(text).find() || text.indexOf('\uFFFD') >= 0) {
            throw FileErrors.of("encoding");
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

    private static String unmarked(byte[] bytes) {
        try {
            return decode(bytes, 0, StandardCharsets.UTF_8);
        } catch (UserFacingException other) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            EncodingEvidence evidence = new EncodingEvidence();
            evidence.add(text);
            if (evidence.encoding().isEmpty()) {
                throw other;
            }
            return text;
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FileErrors.of("encoding");
        }
    }

    private static boolean control(int each) {
        return Character.isISOControl(each) && each != '\t' && each != '\r' && each != '\n';
    }
}
