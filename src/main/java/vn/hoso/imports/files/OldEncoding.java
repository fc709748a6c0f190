package vn.hoso.imports.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of Vietnamese from before Unicode, which a program takes for Western letters. Text in it keeps looking
 * right only in a font of its own.
 */
enum OldEncoding {
    /** TCVN 5712:1993 in its table VN3, called ABC as well. Capitals with a tone are a matter of the font. */
    TCVN3(table(
            "¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔ" + "ÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễ" + "ếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")),

    /** VNI for Windows: a letter, and where it needs one, a sign for the rest of it. */
    VNI(signs());

    private static final Pattern WORD = Pattern.compile("\\p{L}++");
    private static final int CAPITALS = 2;

    private final Map<String, String> letters;

    OldEncoding(Map<String, String> letters) {
        this.letters = letters;
    }

    private static Map<String, String> table(String from, String to) {
        Map<String, String> letters = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            letters.put(from.substring(i, i + 1), to.substring(i, i + 1));
        }
        return letters;
    }

    private static Map<String, String> signs() {
        Map<String, String> letters = table("\u00F4\u00F6\u00F1íìæóòî", "ơưđíìỉĩịỵ");
        group(letters, "a", "ùøûõï", "áàảãạ");
        group(letters, "e", "ùøûõï", "éèẻẽẹ");
        group(letters, "o", "ùøûõï", "óòỏõọ");
        group(letters, "u", "ùøûõï", "úùủũụ");
        group(letters, "y", "ùøûõ", "ýỳỷỹ");
        group(letters, "ô", "ùøûõï", "ớờởỡợ");
        group(letters, "ö", "ùøûõï", "ứừửữự");
        group(letters, "a", "âáàåãä", "âấầẩẫậ");
        group(letters, "e", "âáàåãä", "êếềểễệ");
        group(letters, "o", "âáàåãä", "ôốồổỗộ");
        group(letters, "a", "êéèúüë", "ăắằẳẵặ");
        Map<String, String> all = new HashMap<>(letters);
        letters.forEach((old, letter) -> {
            String capital = letter.toUpperCase(Locale.ROOT);
            all.put(old.toUpperCase(Locale.ROOT), capital);
            all.put(old.substring(0, 1).toUpperCase(Locale.ROOT) + old.substring(1), capital);
        });
        return all;
    }

    private static void group(Map<String, String> letters, String base, String signs, String to) {
        for (int i = 0; i < signs.length(); i++) {
            letters.put(base + signs.charAt(i), to.substring(i, i + 1));
        }
    }

    /** The text in Unicode. Small letters between capitals become capitals, as the font showed them. */
    String unicode(String text) {
        StringBuilder unicode = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String pair = at + 2 <= text.length() ? letters.get(text.substring(at, at + 2)) : null;
            String one = letters.get(text.substring(at, at + 1));
            unicode.append(pair != null ? pair : one != null ? one : text.substring(at, at + 1));
            at += pair == null ? 1 : 2;
        }
        return raised(unicode.toString());
    }

    private static String raised(String text) {
        if (inCapitals(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        return WORD.matcher(text).replaceAll(OldEncoding::raised);
    }

    private static String raised(MatchResult word) {
        return inCapitals(word.group()) ? word.group().toUpperCase(Locale.ROOT) : word.group();
    }

    private static boolean inCapitals(String text) {
        return text.chars().filter(each -> 'A' <= each && each <= 'Z').count() >= CAPITALS
                && text.chars().noneMatch(each -> 'a' <= each && each <= 'z');
    }

    /**
     * A font from before Unicode, which shows Vietnamese letters in the places of Western ones.
     *
     * @param encoding the places
     * @param capitals whether it shows small letters as capital ones
     */
    record OldFont(OldEncoding encoding, boolean capitals) {

        /** By its name, such as .VnTimeH or VNI-Times; null for any other font. */
        static @Nullable OldFont of(@Nullable String name) {
            if (name == null) {
                return null;
            }
            String lower = name.strip().toLowerCase(Locale.ROOT);
            if (lower.startsWith(".vn")) {
                return new OldFont(OldEncoding.TCVN3, name.strip().endsWith("H"));
            }
            return lower.startsWith("vni-") || lower.startsWith("vni ") ? new OldFont(OldEncoding.VNI, false) : null;
        }
    }
}
