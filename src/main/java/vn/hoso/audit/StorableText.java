package vn.hoso.audit;

/** Text from outside, made fit for the trail: no character that PostgreSQL refuses, no control character, not too long. */
final class StorableText {

    private StorableText() {}

    static String of(String text, int longest) {
        String plain = text.codePoints()
                .map(each -> Character.isISOControl(each)
                                || Character.getType(each) == Character.SURROGATE
                                || Character.getType(each) == Character.UNASSIGNED
                        ? '\uFFFD'
                        : each)
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() < text.length() && plain.codePointCount(0, plain.length()) == longest
                ? plain + "…"
                : plain;
    }
}
