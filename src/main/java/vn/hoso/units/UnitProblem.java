package vn.hoso.units;

import java.util.List;
import vn.hoso.shared.Formats;
import vn.hoso.units.UnitQueries.Version;

/**
 * Why something typed about a unit was not accepted.
 *
 * @param field the form field it belongs to; empty where somebody else has changed the unit meanwhile
 * @param key what to tell the reader
 * @param args what that names
 */
public record UnitProblem(String field, String key, List<String> args) {

    static final UnitProblem MEANWHILE = new UnitProblem("", "register.problem.meanwhile", List.of());

    static UnitProblem of(String field, String key, String... args) {
        return new UnitProblem(field, key, List.of(args));
    }

    /** That another unit has the code or the name on one of the days. */
    static UnitProblem taken(UnitWords words, Version other) {
        String from = other.from() == null ? "…" : Formats.date(other.from());
        return words.code().equals(other.words().code())
                ? of("code", "register.problem.code.taken", other.words().name(), from)
                : of("name", "register.problem.name.taken", other.words().code(), from);
    }

    /** Whether what was typed rests on a state of the unit that is no more. */
    public boolean isConflict() {
        return field.isEmpty();
    }
}
