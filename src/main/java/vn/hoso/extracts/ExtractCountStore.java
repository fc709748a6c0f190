package vn.hoso.extracts;

import static vn.hoso.extracts.ExtractStore.array;
import static vn.hoso.extracts.ExtractStore.days;
import static vn.hoso.extracts.ExtractStore.name;
import static vn.hoso.extracts.ExtractStore.tellThePlanner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.ExtractCounting.Placed;
import vn.hoso.extracts.ExtractCounting.UnitMonth;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;

/** Writes what lists counted, and as what their dossiers were counted. */
@Component
class ExtractCountStore {

    private final StoredExtracts extracts;
    private final StoredExtractCounts counts;
    private final JdbcClient jdbc;

    ExtractCountStore(StoredExtracts extracts, StoredExtractCounts counts, JdbcClient jdbc) {
        this.extracts = extracts;
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /**
     * Takes counts of a list out of force; figures of returns stay.
     *
     * @param only the unit's month, null for all that the list counted
     * @return the units and months, none if no count of it is in force there
     */
    List<RowKey> withdraw(long id, @Nullable RowKey only, String reason, CurrentUser by, Instant now) {
        counts.lockAll();
        List<RowKey> taken = counts.findByExtractIdAndInForceTrue(id).stream()
                .map(StoredExtractCount::place)
                .filter(each -> only == null || each.equals(only))
                .toList();
        Set<LocalDate> months =
                taken.stream().map(each -> each.month().atDay(1)).collect(Collectors.toSet());
        Set<Long> units = taken.stream().map(RowKey::unitId).collect(Collectors.toSet());
        counts.withdraw(id, units, months, by.id(), by.displayName(), now, reason);
        return taken;
    }

    /**
     * Holds a list that is still to be counted, and all counts, until the transaction ends.
     *
     * @return whether it is still to be counted, as it was seen
     */
    boolean hold(long id, int version) {
        counts.lockAll();
        return extracts.lockForUpdate(id).waits(version);
    }

    /** Says what was counted, and of each dossier as what. */
    void applied(ExtractFile file, List<UnitMonth> counted, List<Placed> placed, CurrentUser by, Instant now) {
        place(file.id(), placed);
        counted.stream()
                .map(UnitMonth::place)
                .collect(Collectors.groupingBy(
                        each -> each.month().atDay(1), Collectors.mapping(RowKey::unitId, Collectors.toSet())))
                .forEach(counts::overtake);
        extracts.getReferenceById(file.id()).applied(by, now);
        extracts.flush();
        insert(file.id(), counted);
    }

    /** By hand: the columns are those of the measures, and a list of a year has thousands of rows. */
    private void insert(long id, List<UnitMonth> counted) {
        StatementSpec statement = jdbc.sql("insert into extract_count (extract_id, unit_id, month, in_force, "
                        + columns("")
                        + ") select :id, unit_id, month, true, "
                        + columns("")
                        + " from unnest(:units, cast(:months as date[]), "
                        + columns(":")
                        + ") as fresh (unit_id, month, " + columns("") + ")")
                .param("id", id)
                .param("units", array(counted, Long.class, each -> each.unit().id()))
                .param("months", days(counted, each -> each.month().atDay(1)));
        for (Measure measure : Measure.OWN) {
            statement = statement.param(
                    measure.column(),
                    array(counted, Integer.class, each -> each.count().numbers().get(measure)));
        }
        statement.update();
    }

    private static String columns(String before) {
        return Measure.OWN.stream().map(measure -> before + measure.column()).collect(Collectors.joining(", "));
    }

    /** Equal dossiers are placed alike, those among them that repeat an earlier one as well. By hand: there may be 120,000. */
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
        tellThePlanner(jdbc);
    }

    private static String[] texts(List<Placed> placed, Function<DossierGroup, @Nullable String> text) {
        return array(placed, String.class, each -> Objects.requireNonNullElse(text.apply(each.group()), ""));
    }
}
