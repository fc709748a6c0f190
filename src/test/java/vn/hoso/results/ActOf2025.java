package vn.hoso.results;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The act of 01/7/2025 in the demonstration: 13 communes became four, the ten offices of the district ended. */
public final class ActOf2025 {

    public static final String INSTRUMENT = "1664/NQ-UBTVQH15";

    /** By the new commune's code, which is also one of a former one, its name and the codes of those that it came of. */
    public static final Map<String, List<String>> COMMUNES = Map.of(
            "21952", List.of("21952", "21955", "21982", "21979", "21976"),
            "21964", List.of("21973", "21961", "21964"),
            "21970", List.of("21970", "21967", "21958"),
            "21985", List.of("21985", "21988"));

    public static final Map<String, String> NAMES = Map.of(
            "21952", "Xã Tuy Phước",
            "21964", "Xã Tuy Phước Bắc",
            "21970", "Xã Tuy Phước Đông",
            "21985", "Xã Tuy Phước Tây");

    private ActOf2025() {}

    public static void apply(JdbcClient jdbc) {
        jdbc.sql("update unit_version set valid = daterange(lower(valid), '2025-07-01') where upper_inf(valid)")
                .update();
        long act =
                jdbc.sql("""
                        insert into reorganisation (effective_on, instrument, issuer, decided_on, lines, undo, applied_by_name, applied_at)
                        values ('2025-07-01', :instrument, 'Ủy ban Thường vụ Quốc hội', '2025-06-16', '[]', '{}', 'Trần Văn Phòng', now())
                        returning id
                        """).param("instrument", INSTRUMENT).query(Long.class).single();
        COMMUNES.forEach((code, former) -> {
            long unit = jdbc.sql("insert into unit (version) values (0) returning id")
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                            insert into unit_version (unit_id, kind, code, name, valid)
                            values (:unit, 'COMMUNE', :code, :name, daterange('2025-07-01', null))
                            """)
                    .param("unit", unit)
                    .param("code", code)
                    .param("name", NAMES.get(code))
                    .update();
            jdbc.sql("""
                            insert into unit_succession (predecessor, successor, numerator, denominator, reorganisation_id)
                            select distinct v.unit_id, :unit, 1, 1, :act from unit_version v
                            where v.code = any(:former) and v.unit_id <> :unit and upper(v.valid) = '2025-07-01'
                            """)
                    .param("unit", unit)
                    .param("act", act)
                    .param("former", former.toArray(String[]::new))
                    .update();
        });
    }
}
