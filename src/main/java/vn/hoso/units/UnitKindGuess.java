package vn.hoso.units;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which kind a unit's name tells, where it tells one: a kind that is left to the person is better than a wrong one. */
final class UnitKindGuess {

    private static final int AS_WRITTEN = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** What begins like an office of a kind and is none: a project's board, a bank's branch, a notary. */
    private static final Pattern DOUBTFUL = Pattern.compile(
            "ban (?!dân tộc\\b|tôn giáo\\b|chỉ huy quân sự\\b|quản lý (?:các )?khu ).*|phòng (?:giao dịch|công chứng|khám|trưng bày)\\b.*",
            AS_WRITTEN | Pattern.UNICODE_CHARACTER_CLASS);

    /** Bodies of a province that stand among its "sở, ban, ngành" by another name; a city of their name may be a district's. */
    private static final Pattern OF_A_PROVINCE = Pattern.compile(
            "(?:thanh tra|công an|bảo hiểm xã hội|cục thuế|bộ chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng) tỉnh(?: .*)?",
            AS_WRITTEN);

    private static final String DEPARTMENT = "DEPARTMENT";

    private UnitKindGuess() {}

    private record Form(UnitKind kind, String text) {}

    /** The kind that is typed, by its name, heading, code or a short form. */
    static Optional<UnitKind> typed(String typed, List<UnitKind> kinds) {
        String sought = UnitList.folded(typed);
        return only(longest(forms(kinds).filter(form -> sought.equals(form.text()))));
    }

    /** The kind that a name begins with; empty where it begins with none, or with what several share. */
    static Optional<UnitKind> of(String name, List<UnitKind> kinds) {
        if (OF_A_PROVINCE.matcher(name).matches()) {
            return kinds.stream().filter(kind -> kind.code().equals(DEPARTMENT)).findFirst();
        }
        return DOUBTFUL.matcher(name).matches() ? Optional.empty() : only(named(name, kinds));
    }

    /** The kinds whose word a unit's name begins with: the longest there is, which several may share. */
    static List<UnitKind> named(String name, List<UnitKind> kinds) {
        String called = UnitList.folded(name);
        return longest(forms(kinds)
                .filter(form -> called.startsWith(form.text() + " ")
                        || form.text().endsWith(".") && called.startsWith(form.text())));
    }

    private static Stream<Form> forms(List<UnitKind> kinds) {
        return kinds.stream().flatMap(kind -> Stream.concat(
                        Stream.of(kind.name(), kind.heading(), kind.code()), kind.shortForms().stream())
                .map(form -> new Form(kind, UnitList.folded(form))));
    }

    private static List<UnitKind> longest(Stream<Form> found) {
        List<Form> forms = found.toList();
        int length = forms.stream().mapToInt(form -> form.text().length()).max().orElse(0);
        return forms.stream()
                .filter(form -> form.text().length() == length)
                .map(Form::kind)
                .distinct()
                .toList();
    }

    /** "TT." is short for a township and for a centre: whose it is only the person knows. */
    private static Optional<UnitKind> only(List<UnitKind> meant) {
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
