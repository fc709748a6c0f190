package vn.hoso.imports.layouts;

import java.util.List;
import vn.hoso.units.Unit;

/** Whose figures a row holds, by its name and its code. */
public sealed interface UnitMatch {

    /** One unit: its name says so, and the code, if there is one that is known, says nothing else. */
    record Found(Unit unit) implements UnitMatch {}

    /** The name is one unit's and the code another's. */
    record Disagree(Unit byName, Unit byCode) implements UnitMatch {}

    /** Units that the name may mean. */
    record Several(List<Unit> units) implements UnitMatch {}

    /** No unit by its name; a code alone decides nothing, since codes have been given to other units. */
    record Unknown() implements UnitMatch {}
}
