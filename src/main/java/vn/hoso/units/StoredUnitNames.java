package vn.hoso.units;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.audit.UnitNameLookup;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UnitOptions.Option;

/** Units under their latest names, those that are no more included: the trail still tells of them. */
@Component
class StoredUnitNames implements UnitNameLookup {

    private final JdbcClient jdbc;

    StoredUnitNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UnitOptions all() {
        return new UnitOptions(
                jdbc.sql("""
                        select unit.id, version.code, version.name from unit
                        join lateral (select code, name, kind from unit_version where unit_id = unit.id
                            order by lower(valid) desc nulls last limit 1) version on true
                        join unit_kind kind on kind.code = version.kind
                        order by kind.place, version.code
                        """)
                        .query((row, number) ->
                                Option.of(row.getLong("id"), row.getString("code"), row.getString("name")))
                        .list(),
                null,
                null);
    }
}
