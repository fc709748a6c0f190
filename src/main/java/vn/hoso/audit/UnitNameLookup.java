package vn.hoso.audit;

import java.util.Map;

/** The names of units for the trail, provided by the module that has them. */
@FunctionalInterface
public interface UnitNameLookup {

    /** The latest name of every unit there ever was, by its id, in the order of documents. */
    Map<Long, String> byId();
}
