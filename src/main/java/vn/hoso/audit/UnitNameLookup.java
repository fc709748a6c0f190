package vn.hoso.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.hoso.shared.UnitOptions;

/** The names of units for the trail, provided by the module that has them. */
@FunctionalInterface
public interface UnitNameLookup {

    /** Every unit there ever was by its latest name, in the order of documents. */
    UnitOptions all();

    /** The latest name of every unit there ever was, by its id, in the order of documents. */
    default Map<Long, String> byId() {
        return byId(all());
    }

    /** The names of these units by their ids. */
    static Map<Long, String> byId(UnitOptions units) {
        Map<Long, String> names = new LinkedHashMap<>();
        units.all().forEach(each -> names.put(each.id(), each.name()));
        return names;
    }
}
