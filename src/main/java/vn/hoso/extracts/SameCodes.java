package vn.hoso.extracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.ListAnswers.SameCode;

/**
 * Finds dossiers of a list that one unit would count twice under one code. Receipt numbers begin anew in every unit, and with some
 * every year: whether two rows of a unit with one code are one dossier, a person says.
 */
@Component
public class SameCodes {

    private final JdbcClient jdbc;

    SameCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dossier of which another in the list has the code. */
    record Coded(int row, String code, DossierGroup alike) {}

    /**
     * Two dossiers of a unit with one code.
     *
     * @param first the row of the earlier one
     * @param row the row of the later one
     */
    public record Pair(String code, int first, LocalDate firstDay, int row, LocalDate day, DossierGroup later) {}

    /** The dossiers of a list that do not stand alone with their code, in its order. */
    List<Coded> of(long id) {
        return jdbc.sql("""
                        select * from (
                            select row_number, code, count(*) over (partition by code) as alike, fee_due > 0 as with_fee,
                                unit_name, received_on, procedure_code, procedure_name, service_class, class_word, channel,
                                channel_word, paid_online
                            from extract_dossier
                            where extract_id = :id and repeats_row is null and received_on is not null
                                and code is not null) dossier
                        where alike > 1 order by row_number
                        """)
                .param("id", id)
                .query((row, n) -> new Coded(row.getInt("row_number"), row.getString("code"), DossierGroup.of(row, 1)))
                .list();
    }

    /** Those of one unit of which the later one would be counted, whether or not the month of the earlier one is. */
    static List<Pair> within(List<Coded> coded, ExtractCounting counting) {
        Map<List<Object>, Coded> first = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Coded each : coded) {
            Long unit = counting.unitOf(each.alike());
            Coded earlier = unit == null ? null : first.putIfAbsent(List.of(unit, each.code()), each);
            if (earlier != null && counting.counts(each.alike())) {
                pairs.add(new Pair(
                        each.code(),
                        earlier.row(),
                        earlier.alike().receivedOn(),
                        each.row(),
                        each.alike().receivedOn(),
                        each.alike()));
            }
        }
        return pairs;
    }

    /** Those of which the later one is no dossier of its own, since a person said so. */
    static List<Pair> repeating(List<Pair> pairs, ListAnswers answers) {
        return answers.sameCode() == SameCode.ONCE ? pairs : List.of();
    }

    /** The groups of a list without the later one of each pair. */
    static List<DossierGroup> once(List<DossierGroup> groups, List<Pair> pairs) {
        Map<DossierGroup, Integer> later = new HashMap<>();
        pairs.forEach(each -> later.merge(each.later(), 1, Integer::sum));
        return groups.stream()
                .map(each -> each.times(each.number() - later.getOrDefault(each.times(1), 0)))
                .filter(each -> each.number() > 0)
                .toList();
    }

    /** Marks the later one of each pair as a repetition of the earlier one. By hand: there may be tens of thousands. */
    void mark(long id, List<Pair> pairs) {
        jdbc.sql("""
                        update extract_dossier dossier set repeats_row = pair.earlier
                        from unnest(:rows, :earlier) as pair (later, earlier)
                        where dossier.extract_id = :id and dossier.row_number = pair.later
                        """)
                .param("id", id)
                .param("rows", pairs.stream().map(Pair::row).toArray(Integer[]::new))
                .param("earlier", pairs.stream().map(Pair::first).toArray(Integer[]::new))
                .update();
    }
}
