package vn.hoso.extracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.extracts.ExtractCounting.Placed;
import vn.hoso.extracts.ExtractCounting.UnitMonth;
import vn.hoso.extracts.ExtractFile.Answers;
import vn.hoso.extracts.ExtractFile.Reading;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.figures.domain.Measure;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserText;

/**
 * Writes lists and their dossiers: by hand, in statements over many rows at once, since a list may have 120,000 and none of
 * them is ever changed alone.
 */
@Component
class ExtractStore {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    ExtractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long keep(
            String name,
            String sha256,
            long size,
            @Nullable Long unitId,
            Reading reading,
            Answers answers,
            List<Dossier> dossiers,
            CurrentUser by,
            Instant now) {
        long id = jdbc.sql("""
                        insert into dossier_extract (name, sha256, size, brought_by, brought_by_name, brought_at, unit_id,
                            state, rows_read, reading, answers)
                        values (:name, :sha, :size, :by, :byName, :now, :unit, 'READ', :rows, :reading, :answers)
                        returning id
                        """)
                .param("name", name)
                .param("sha", sha256)
                .param("size", size)
                .param("by", by.id())
                .param("byName", by.displayName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("unit", unitId)
                .param("rows", dossiers.size())
                .param("reading", JsonMapper.shared().writeValueAsString(reading))
                .param("answers", JsonMapper.shared().writeValueAsString(answers))
                .query(Long.class)
                .single();
        for (int from = 0; from < dossiers.size(); from += ROWS_AT_ONCE) {
            insert(id, dossiers.subList(from, Math.min(dossiers.size(), from + ROWS_AT_ONCE)));
        }
        return id;
    }

    private void insert(long id, List<Dossier> some) {
        jdbc.sql("""
                        insert into extract_dossier (extract_id, row_number, code, unit_name, received_on, procedure_code,
                            procedure_name, service_class, class_word, channel, channel_word, received_by, received_by_key,
                            fee_due, paid_online, repeats_row)
                        select :id, * from unnest(:rows, :codes, :units, cast(:days as date[]), :procedureCodes, :procedureNames, :classes,
                            :classWords, :channels, :channelWords, :persons, :keys, :fees, :paid, :repeats)
                        """)
                .param("id", id)
                .param("rows", array(some, Integer.class, Dossier::row))
                .param("codes", array(some, String.class, Dossier::code))
                .param("units", array(some, String.class, Dossier::unit))
                .param("days", days(some, Dossier::receivedOn))
                .param("procedureCodes", array(some, String.class, Dossier::procedureCode))
                .param("procedureNames", array(some, String.class, Dossier::procedureName))
                .param("classes", array(some, String.class, each -> name(each.serviceClass())))
                .param("classWords", array(some, String.class, Dossier::classWord))
                .param("channels", array(some, String.class, each -> name(each.channel())))
                .param("channelWords", array(some, String.class, Dossier::channelWord))
                .param("persons", array(some, String.class, Dossier::receivedBy))
                .param("keys", array(some, String.class, each -> personKey(each.receivedBy())))
                .param("fees", array(some, Long.class, Dossier::feeDue))
                .param("paid", array(some, Boolean.class, Dossier::paidOnline))
                .param("repeats", array(some, Integer.class, Dossier::repeats))
                .update();
    }

    /** The name by which one official is the same however it is written. */
    static @Nullable String personKey(@Nullable String name) {
        return name == null ? null : UserText.keptName(name).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    @SuppressWarnings("unchecked")
    private static <T, V> V[] array(List<T> rows, Class<V> type, Function<T, @Nullable V> value) {
        V[] values = (V[]) java.lang.reflect.Array.newInstance(type, rows.size());
        Arrays.setAll(values, at -> value.apply(rows.get(at)));
        return values;
    }

    /** Days as texts, since the driver knows no arrays of days. */
    private static <T> String[] days(List<T> rows, Function<T, @Nullable LocalDate> day) {
        return array(rows, String.class, row -> {
            LocalDate found = day.apply(row);
            return found == null ? null : found.toString();
        });
    }

    /** Keeps answers about a list that is still to be counted, as it was seen; gives whether it was so. */
    boolean answer(long id, int seen, Answers answers) {
        return jdbc.sql("update dossier_extract set answers = :answers, version = version + 1"
                                + " where id = :id and state = 'READ' and version = :seen")
                        .param("answers", JsonMapper.shared().writeValueAsString(answers))
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Leaves lists aside that were read before a moment and not counted; those of one id alone if it is given. */
    int discard(@Nullable Instant before, @Nullable Long only) {
        List<Long> ids = jdbc.sql("""
                        update dossier_extract set state = 'DISCARDED', answers = '{}', version = version + 1
                        where state = 'READ' and (cast(:only as bigint) = id
                            or brought_at < cast(:before as timestamptz)) returning id
                        """)
                .param("only", only)
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("delete from extract_dossier where extract_id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
        return ids.size();
    }

    /**
     * Holds a list that is still to be counted, and all counts, until the transaction ends.
     *
     * @return whether it is still to be counted, as it was seen
     */
    boolean hold(long id, int version) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.extract_count'))").query(row -> {});
        return jdbc.sql("select state = 'READ' and version = :version from dossier_extract where id = :id for update")
                .param("version", version)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Says what was counted, and of each dossier as what. */
    void applied(ExtractFile file, List<UnitMonth> counted, List<Placed> placed, CurrentUser by, Instant now) {
        place(file.id(), placed);
        jdbc.sql("""
                        update extract_count old set in_force = false
                        from unnest(:units, cast(:months as date[])) as fresh (unit_id, month)
                        where old.in_force and old.unit_id = fresh.unit_id and old.month = fresh.month
                        """)
                .param("units", array(counted, Long.class, each -> each.unit().id()))
                .param("months", days(counted, each -> each.month().atDay(1)))
                .update();
        counted.forEach(each -> insert(file.id(), each));
        jdbc.sql("""
                        update dossier_extract set state = 'APPLIED', applied_by = :by, applied_by_name = :byName,
                            applied_at = :now, version = version + 1 where id = :id
                        """)
                .param("by", by.id())
                .param("byName", by.displayName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", file.id())
                .update();
    }

    private void insert(long id, UnitMonth each) {
        Map<Measure, Integer> numbers = each.count().numbers();
        List<Object> values =
                new ArrayList<>(List.of(id, each.unit().id(), each.month().atDay(1)));
        Measure.OWN.forEach(measure -> values.add(numbers.get(measure)));
        jdbc.sql("insert into extract_count (extract_id, unit_id, month, in_force, "
                        + Measure.OWN.stream().map(Measure::column).collect(Collectors.joining(", "))
                        + ") values (?, ?, ?, true" + ", cast(? as integer)".repeat(Measure.OWN.size()) + ")")
                .params(values)
                .update();
    }

    /** Equal dossiers are placed alike, those among them that repeat an earlier one as well. */
    private void place(long id, List<Placed> placed) {
        jdbc.sql("""
                        update extract_dossier d
                        set unit_id = p.unit_id, month = p.month, counted_class = p.counted, channel = p.channel
                        from unnest(:units, cast(:days as date[]), :codes, :names, :classes, :classWords, :channels, :channelWords,
                            :unitIds, cast(:months as date[]), :counted, :countedChannels)
                            as p (unit_name, day, code, name, class, class_word, as_read, channel_word, unit_id, month,
                                counted, channel)
                        where d.extract_id = :id and d.received_on = p.day and coalesce(d.unit_name, '') = p.unit_name
                            and coalesce(d.procedure_code, '') = p.code and coalesce(d.procedure_name, '') = p.name
                            and coalesce(d.service_class, '') = p.class and coalesce(d.class_word, '') = p.class_word
                            and coalesce(d.channel, '') = p.as_read and coalesce(d.channel_word, '') = p.channel_word
                        """)
                .param("id", id)
                .param("units", texts(placed, group -> group.unit()))
                .param("days", days(placed, each -> each.group().receivedOn()))
                .param("codes", texts(placed, group -> group.procedureCode()))
                .param("names", texts(placed, group -> group.procedureName()))
                .param("classes", texts(placed, group -> name(group.serviceClass())))
                .param("classWords", texts(placed, group -> group.classWord()))
                .param("channels", texts(placed, group -> name(group.channel())))
                .param("channelWords", texts(placed, group -> group.channelWord()))
                .param("unitIds", array(placed, Long.class, Placed::unitId))
                .param("months", days(placed, each -> each.month().atDay(1)))
                .param("counted", array(placed, String.class, each -> each.serviceClass()
                        .name()))
                .param("countedChannels", array(placed, String.class, each -> each.channel()
                        .name()))
                .update();
    }

    private static String[] texts(List<Placed> placed, Function<DossierGroup, @Nullable String> text) {
        return array(placed, String.class, each -> Objects.requireNonNullElse(text.apply(each.group()), ""));
    }
}
