package vn.hoso.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Text that has broken other programs: a public list, our own additions, and generated markup and SQL. */
final class HostileTexts {

    private static final long SEED = 320_211;

    /** What the public list lacks: Vietnamese letters in pieces, and what databases, XML and spreadsheets stumble over. */
    static final List<String> OWN = List.of(
            Normalizer.normalize("Nguyễn Thị Thường – xã Phước Thuận", Normalizer.Form.NFD),
            "\uFEFFbắt đầu bằng BOM",
            "NUL\u0000 ở giữa",
            "\u0000",
            "nửa đầu \uD83D",
            "nửa sau \uDE00 lẻ loi",
            "\uDE00\uD83D đảo",
            "\u202Egnort gnưgn",
            "\u2067phải sang trái\u2069",
            "ô".repeat(5_000),
            "o\u0302".repeat(600),
            "１２３４５",
            "＝1+1",
            "\uFFFE không phải ký tự",
            "\uFFFF",
            "\u0085 xuống dòng kiểu cũ",
            "\u2028dòng\u2029đoạn",
            "\u00A0\u2007\u202F",
            "dòng 1\r\ndòng 2\rdòng 3\ndòng 4\tcột",
            "\u001b[31mđỏ\u001b[0m",
            "=HYPERLINK(\"http://example.org/\"&A1)",
            "+84 256 3633 000",
            "-12",
            "@SUM(A1:A9)",
            "\t=1+1",
            "${7*7} #{7*7} *{7*7} ~{error/404} __${7*7}__ [[${7*7}]] [(${7*7})] {{7*7}} <%= 7*7 %>",
            "{0} {1,number} '{2}'",
            "%s %n %d %x",
            "../../../../etc/passwd",
            "a\r\nSet-Cookie: x=1\r\n\r\n<html>",
            "\uD83C\uDDFB\uD83C\uDDF3 👩‍👩‍👧‍👧 ﷽");

    private static final List<String> ESCAPES = List.of(
            "",
            "\">",
            "'>",
            "</textarea>",
            "</title>",
            "</option></select>",
            "-->",
            "]]>",
            "</script>",
            "\\\">",
            "&quot;>");

    private static final List<String> ELEMENTS = List.of(
            "<svg onload=CODE>",
            "<svg/onload=CODE//",
            "<img src=x onerror=CODE>",
            "<details open ontoggle=CODE>",
            "<input autofocus onfocus=CODE>",
            "<video><source onerror=CODE></video>",
            "<script>CODE</script>",
            "<script src=//example.org/x.js></script>",
            "<iframe srcdoc='<script>CODE</script>'></iframe>",
            "<a href=\"javascript:CODE\">bấm</a>",
            "<form action=javascript:CODE><button>gửi</button></form>",
            "<math><mi xlink:href=\"javascript:CODE\">x</mi></math>",
            "<style>*{background:url(//example.org)}</style>",
            "<base href=//example.org/>",
            "<meta http-equiv=refresh content=\"0;url=javascript:CODE\">",
            "<object data=\"javascript:CODE\"></object>",
            "\" autofocus onfocus=CODE x=\"",
            "' onmouseover=CODE x='",
            "<svg><animate onbegin=CODE attributeName=x></svg>");

    private static final List<String> CODES =
            List.of("alert(1)", "confirm`1`", "top['al'+'ert'](1)", "prompt(document.cookie)", "window.hit=1");

    private static final List<UnaryOperator<String>> ENCODINGS = List.of(
            text -> text,
            text -> text.toUpperCase(Locale.ROOT),
            text -> text.replace(" ", "\n"),
            text -> text.replace(" ", "/"),
            text -> text.replace("<", "&lt;").replace(">", "&gt;"),
            text -> text.replace("<", "&#60;").replace("\"", "&#x22;"),
            text -> text.replace("<", "%3C").replace(">", "%3E"),
            text -> text.replace("<", "%253C"),
            text -> text.replace("<", "\\u003c").replace(">", "\\u003e"),
            text -> text.replace('<', '＜').replace('>', '＞'),
            text -> text.replace("alert", "\\u0061lert"),
            text -> text.replace("<s", "<S").replace("onload", "oNlOaD"));

    private static final List<String> BREAK_OUTS =
            List.of("'", "')", "'))", "\"", "\\'", "’", "1", "1)", "%27", "'||'", "$$", "E'\\x27");

    private static final List<String> CLAUSES = List.of(
            " or 1=1",
            " or 'a'='a",
            " and 1=0 union all select null, username, password_hash from app_user",
            "; drop table monthly_return",
            "; update app_user set role = 'ADMINISTRATOR'",
            "; delete from audit_event",
            " or (select pg_sleep(9)) is null",
            "; select pg_read_file('/etc/passwd')",
            " order by 99",
            " limit 0 offset 1",
            " and cast((select version()) as integer) = 1",
            "; copy app_user to program 'true'");

    private static final List<String> TAILS = List.of("", " --", " /*", " #", ";", "; --", " and '1'='1");

    private HostileTexts() {}

    /** The public list and our own. */
    static List<String> naughty() {
        try (InputStream list = HostileTexts.class.getResourceAsStream("/naughty-strings/blns.json")) {
            List<String> published = List.of(new JsonMapper().readValue(Objects.requireNonNull(list), String[].class));
            return Stream.concat(OWN.stream(), published.stream())
                    .filter(text -> !text.isEmpty())
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Markup and SQL, the same at every run. */
    static List<String> generated() {
        Random random = new Random(SEED);
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < 320) {
            String markup = any(ELEMENTS, random).replace("CODE", any(CODES, random));
            texts.add(any(ENCODINGS, random).apply(any(ESCAPES, random) + markup));
        }
        while (texts.size() < 560) {
            texts.add(any(BREAK_OUTS, random) + any(CLAUSES, random) + any(TAILS, random));
        }
        return List.copyOf(texts);
    }

    static List<String> all() {
        return Stream.concat(naughty().stream(), generated().stream())
                .distinct()
                .toList();
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** How text is kept: composed, lines ended in one way, without blank ends. */
    static String kept(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }

    /** Whether no database, document or sheet could hold it, or nobody would read it: refused wherever text is kept. */
    static boolean unkeepable(String text) {
        String kept = kept(text);
        return kept.length() > 1_000
                || kept.codePoints()
                        .anyMatch(each -> each == 0xFFFE
                                || each == 0xFFFF
                                || Character.getType(each) == Character.SURROGATE
                                || (Character.isISOControl(each) && each != '\n' && each != '\r' && each != '\t'));
    }

    /** Whether it is no text at all: no browser sends it, and no request with it gets anywhere. */
    static boolean noText(String text) {
        return text.codePoints().anyMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
    }

    /** Whether it is no name: too long, of several lines, or written against the direction of reading. */
    static boolean noName(String text) {
        String kept = kept(text);
        return kept.length() > 120
                || kept.isEmpty()
                || kept.chars().anyMatch(each -> "\n\r\t\u2028\u2029".indexOf(each) >= 0)
                || kept.chars()
                        .anyMatch(each -> (each >= 0x202A && each <= 0x202E) || (each >= 0x2066 && each <= 0x2069));
    }

    static List<List<String>> inGroupsOf(int size, List<String> texts) {
        List<List<String>> groups = new ArrayList<>();
        IntStream.iterate(0, from -> from < texts.size(), from -> from + size)
                .forEach(from -> groups.add(texts.subList(from, Math.min(texts.size(), from + size))));
        return groups;
    }
}
