package vn.hoso.audit;

import java.util.Map;

/** What the trail calls units, said by the module that knows them. */
@FunctionalInterface
public interface UnitNameLookup {

    /** The latest name of every unit there ever was, by its id, in the order of documents. */
    Map<Long, String> byId();
}
