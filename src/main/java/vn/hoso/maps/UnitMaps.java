package vn.hoso.maps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.once.Presses;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The maps of the units: the one of a day for whoever draws it, and all of them for the administrator who brings them. */
@Component
public class UnitMaps {

    private final JdbcClient jdbc;
    private final StoredMaps maps;
    private final Units units;
    private final AuditTrail audit;
    private final Presses presses;
    private final Clock clock;

    UnitMaps(JdbcClient jdbc, StoredMaps maps, Units units, AuditTrail audit, Presses presses, Clock clock) {
        this.jdbc = jdbc;
        this.maps = maps;
        this.units = units;
        this.audit = audit;
        this.presses = presses;
        this.clock = clock;
    }

    /**
     * A map and what is known of it.
     *
     * @param from the first day for which it holds
     * @param attribution its source, 1 to 300 characters
     * @param licence its terms, empty where none were stated
     * @param kept whether it is in use, not only looked at
     * @param version counts its changes
     * @param codes by unit the code of its outline: the one that it had on the map's first day, as a code may mean another
     *     unit later; only where the map of a day was asked for
     */
    public record Dated(
            long id,
            LocalDate from,
            String attribution,
            String licence,
            UnitMap map,
            boolean kept,
            int version,
            String changedBy,
            Instant changedAt,
            Map<Long, String> codes) {}

    /** The map that holds on a day; none where none does. */
    public Optional<Dated> at(LocalDate day) {
        return jdbc.sql("""
                        select held.*, array(
                            select v.unit_id || ' ' || v.code from unit_at(held.valid_from) v order by v.unit_id) as codes
                        from unit_map held where kept and valid_from <= :day order by valid_from desc limit 1
                        """)
                .param("day", day)
                .query((row, n) -> dated(row, codes(row)))
                .optional();
    }

    /** Every map in use, the earliest first. */
    public List<Dated> all() {
        return jdbc.sql("select * from unit_map where kept order by valid_from")
                .query(UnitMaps::dated)
                .list();
    }

    /**
     * A map, in use or only looked at.
     *
     * @throws UserFacingException with 404 if there is none
     */
    public Dated get(long id) {
        return jdbc.sql("select * from unit_map where id = :id")
                .param("id", id)
                .query(UnitMaps::dated)
                .optional()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "maps.gone"));
    }

    /** The units of a day that could have a shape. */
    public List<Unit> units(LocalDate day) {
        return units.all(day);
    }

    /** Whether another map begins on that day. */
    public boolean taken(LocalDate day) {
        return maps.existsByKeptTrueAndValidFrom(day);
    }

    /**
     * Takes a file to be looked at. What somebody brought before and did not keep is forgotten.
     *
     * @param property the property with the codes; empty for the likeliest one
     * @return the map's id
     * @throws UserFacingException with 422 if it is no map of these units
     */
    @Transactional
    public long bring(
            byte[] file, String property, LocalDate from, String attribution, String licence, CurrentUser by) {
        UnitMap map = MapFile.read(file)
                .drawing(property, units.all(from).stream().map(Unit::code).toList());
        presses.count();
        maps.deleteUnkept();
        return maps.saveAndFlush(new StoredMap(map, from, attribution, licence, by.displayName(), clock.instant()))
                .id();
    }

    /**
     * Keeps what was looked at.
     *
     * @throws UserFacingException with 409 if it was changed meanwhile, or another map begins on that day
     */
    @Transactional
    public Dated keep(long id, int version, CurrentUser by) {
        jdbc.sql("lock table unit_map in share row exclusive mode").update();
        Dated map = get(id);
        if (map.kept() || map.version() != version) {
            throw new UserFacingException(HttpStatus.CONFLICT, "maps.meanwhile");
        }
        if (taken(map.from())) {
            throw new UserFacingException(HttpStatus.CONFLICT, "maps.problem.taken");
        }
        maps.findById(id).ifPresent(stored -> {
            stored.keep(by.displayName(), clock.instant());
            maps.saveAndFlush(stored);
        });
        audit.record(by, TrailEntry.of("map.kept", Formats.date(map.from()), map.attribution()));
        return map;
    }

    /**
     * Removes a map from use, or forgets what was only looked at.
     *
     * @throws UserFacingException with 409 if it was changed meanwhile
     */
    @Transactional
    public Dated remove(long id, int version, CurrentUser by) {
        Dated map = get(id);
        if (maps.delete(id, version) == 0) {
            throw new UserFacingException(HttpStatus.CONFLICT, "maps.meanwhile");
        }
        if (map.kept()) {
            audit.record(by, TrailEntry.of("map.removed", Formats.date(map.from()), map.attribution()));
        }
        return map;
    }

    /** Keeps a map of the demonstration, whose codes are taken as they stand in the file. */
    @Transactional
    public void keepForDemonstration(
            byte[] file,
            String property,
            Collection<String> codes,
            LocalDate from,
            String attribution,
            String licence) {
        UnitMap map = MapFile.read(file).drawing(property, codes);
        StoredMap stored = new StoredMap(map, from, attribution, licence, AuditTrail.PROGRAM, clock.instant());
        stored.keep(AuditTrail.PROGRAM, clock.instant());
        maps.saveAndFlush(stored);
    }

    private static Map<Long, String> codes(ResultSet row) throws SQLException {
        Map<Long, String> codes = new HashMap<>();
        for (String each : (String[]) row.getArray("codes").getArray()) {
            String[] unit = each.split(" ", 2);
            codes.put(Long.valueOf(unit[0]), unit[1]);
        }
        return codes;
    }

    private static Dated dated(ResultSet row, int number) throws SQLException {
        return dated(row, Map.of());
    }

    private static Dated dated(ResultSet row, Map<Long, String> codes) throws SQLException {
        return new Dated(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                row.getString("attribution"),
                row.getString("licence"),
                JsonMapper.shared().readValue(row.getString("drawing"), UnitMap.class),
                row.getBoolean("kept"),
                row.getInt("version"),
                row.getString("changed_by_name"),
                Rows.instant(row, "changed_at"),
                codes);
    }
}
