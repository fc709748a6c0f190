package vn.hoso.units;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.audit.UnitNameLookup;

/** Units under their latest names, those that are no more included: the trail still tells of them. */
@Component
class StoredUnitNames implements UnitNameLookup {

    private final JdbcClient jdbc;

    StoredUnitNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, String> byId() {
        Map<Long, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                        select unit.id, version.name from unit
                        join lateral (select code, name, kind from unit_version where unit_id = unit.id
                            order by lower(valid) desc nulls last limit 1) version on true
                        join unit_kind kind on kind.code = version.kind
                        order by kind.place, version.code
                        """).query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
        });
        return names;
    }
}
