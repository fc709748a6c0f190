package vn.hoso.units;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.organisation.OfficialUnits;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.organisation.Organisations;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Many units at once: proposed by the official list, pasted or uploaded, looked at line by line, then begun whole or not at all. */
@Service
public class UnitListService {

    /** The most lines of a list; all communes of the country are fewer. */
    public static final int MOST = 5_000;

    /** The usual offices of a commune since 01/07/2025. */
    private static final String OFFICES = """
            VP\tVăn phòng HĐND và UBND\tvăn phòng
            P-KT\tPhòng Kinh tế\tphòng chuyên môn
            P-VHXH\tPhòng Văn hóa - Xã hội\tphòng chuyên môn
            TT-PVHCC\tTrung tâm Phục vụ hành chính công\ttrung tâm
            """;

    private final UnitQueries units;
    private final UnitVersions register;
    private final OfficialUnits official;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UnitListService(
            UnitQueries units,
            UnitVersions register,
            OfficialUnits official,
            Organisations organisations,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.units = units;
        this.register = register;
        this.official = official;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The list that is usual for the organisation: a province's communes, a commune's offices; empty for others. */
    public String proposal() {
        Optional<Organisation> body = organisations.find(LocalDate.now(clock));
        if (body.isEmpty()) {
            return "";
        }
        if (body.get().level() == OrganisationLevel.COMMUNE) {
            return OFFICES;
        }
        return official.provinces().stream()
                .filter(each -> body.get().level() == OrganisationLevel.PROVINCE
                        && each.name().equalsIgnoreCase(body.get().fullName()))
                .flatMap(province -> official.communes(province.code()).stream())
                .map(each -> each.code() + "\t" + each.name() + "\t" + each.levelName() + "\n")
                .collect(Collectors.joining());
    }

    /** What a line may call a unit's kind. */
    public List<UnitKind> kinds() {
        return units.kinds();
    }

    /** What the list would do, line by line: code, name, kind and group, parted by tabs or semicolons; the last two may be missing. */
    public UnitList preview(LocalDate from, String text) {
        UnitList.Read read = UnitList.read(text, units.kinds());
        List<UnitWords> words = read.lines().stream()
                .map(UnitList.Line::words)
                .filter(Objects::nonNull)
                .toList();
        return UnitList.held(from, read, units.findCalled(0, from, null, words));
    }

    /** Begins the units of a sound list; an unsound one changes nothing. */
    @Transactional
    public UnitList apply(LocalDate from, String text, CurrentUser by) {
        register.lockAll();
        UnitList list = preview(from, text);
        if (list.sound()) {
            List<UnitWords> added = list.added();
            // By hand: one statement for up to 5,000 units, whose ids the database gives.
            List<Long> ids = jdbc.sql("""
                            with listed as (
                                select * from unnest(cast(:codes as text[]), cast(:names as text[]), cast(:kinds as text[]),
                                    cast(:groups as text[])) with ordinality as l (code, name, kind, unit_group, number)),
                            begun as (insert into unit (version) select 0 from listed returning id),
                            numbered as (select id, row_number() over (order by id) as number from begun)
                            insert into unit_version (unit_id, kind, code, name, unit_group, valid, changed_by_name, changed_at)
                            select id, kind, code, name, unit_group, daterange(cast(:from as date), null), :by, :now
                            from numbered join listed using (number) returning unit_id
                            """)
                    .param("codes", column(added, UnitWords::code))
                    .param("names", column(added, UnitWords::name))
                    .param("kinds", column(added, words -> words.kind().code()))
                    .param("groups", column(added, UnitWords::group))
                    .param("from", from)
                    .param("by", by.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .query((row, number) -> row.getLong(1))
                    .list();
            audit.record(
                    by,
                    TrailEntry.of("unit.listed", Formats.date(from), Formats.count(added.size()))
                            .units(ids));
        }
        return list;
    }

    private static @Nullable String[] column(List<UnitWords> words, Function<UnitWords, @Nullable String> part) {
        return words.stream().map(part).toArray(String[]::new);
    }
}
