package vn.hoso.units;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.UserText;

/**
 * What a unit is called during a time, and what it is.
 *
 * @param code official code, or the office's own
 * @param name full name
 * @param kind what it is
 * @param group group of units it belongs to, such as a cụm thi đua; null for none
 */
public record UnitWords(
        String code, String name, UnitKind kind, @Nullable String group) {

    /**
     * What is wrong with a kind where the name begins with the word of another: "Xã Phước An" is no ward. Names that begin with
     * the word of their own kind, or of none, are as they should be, and an office is called whatever it is: "Xã đội".
     */
    public static Optional<UnitProblem> contradiction(String name, UnitKind kind, List<UnitKind> kinds) {
        List<UnitKind> named = UnitKindGuess.named(name, kinds);
        return kind.office() || named.contains(kind)
                ? Optional.empty()
                : named.stream()
                        .filter(each -> !each.office())
                        .findFirst()
                        .map(each -> UnitProblem.of(
                                "kind",
                                "register.problem.kind.name",
                                UserText.shortened(name),
                                each.name(),
                                kind.name()));
    }

    /** What is wrong with this name and kind, as {@link #contradiction(String, UnitKind, List)} says it. */
    public Optional<UnitProblem> contradiction(List<UnitKind> kinds) {
        return contradiction(name, kind, kinds);
    }

    /** Whether a name and a kind stand together here: what was stored like that is hinted at and refuses no other change. */
    public boolean pairs(String otherName, UnitKind otherKind) {
        return name.equals(otherName) && kind.code().equals(otherKind.code());
    }

    /** As the trail tells it: "21952 Thị trấn Tuy Phước (thị trấn, Cụm 1)". */
    String told() {
        return code + " " + name + " (" + kind.name() + (group == null ? "" : ", " + group) + ")";
    }

    /** As the trail tells a change. */
    String became(UnitWords after) {
        return told() + " → " + after.told();
    }
}
