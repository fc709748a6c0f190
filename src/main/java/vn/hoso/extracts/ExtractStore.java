package vn.hoso.extracts;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.reading.Dossier;
import vn.hoso.shared.UserText;

/** Writes lists and their dossiers. */
@Component
class ExtractStore {

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String TONE = "([\\u0300\\u0301\\u0303\\u0309\\u0323])";
    private static final String END = "(?![a-zđ\\u0300-\\u036f])";

    /** Hoà beside Hòa, Thuý beside Thúy: where a syllable ends in oa, oe or uy the tone is written on either vowel. */
    private static final Pattern TONE_ON_A_OR_E = Pattern.compile("o([ae])" + TONE + END);

    private static final Pattern TONE_ON_Y = Pattern.compile("(?<!q)uy" + TONE + END);
    private static final Pattern TONE_ON_U_OF_QU = Pattern.compile("qu" + TONE + "y" + END);

    private final StoredExtracts extracts;
    private final JdbcClient jdbc;

    ExtractStore(StoredExtracts extracts, JdbcClient jdbc) {
        this.extracts = extracts;
        this.jdbc = jdbc;
    }

    long keep(StoredExtract file, List<Dossier> dossiers) {
        long id = extracts.save(file).id();
        for (int from = 0; from < dossiers.size(); from += ROWS_AT_ONCE) {
            insert(id, dossiers.subList(from, Math.min(dossiers.size(), from + ROWS_AT_ONCE)));
        }
        tellThePlanner(jdbc);
        return id;
    }

    /**
     * After many dossiers came or were placed at once: without it the server counts on a few and compares each with each, which
     * takes minutes where it should take half a second, until its own look at the table a minute later.
     */
    static void tellThePlanner(JdbcClient jdbc) {
        jdbc.sql("analyze extract_dossier").update();
    }

    /** By hand, in statements over many rows at once: a list may have 120,000, and none of them is ever changed alone. */
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
        if (name == null) {
            return null;
        }
        String parted = Normalizer.normalize(UserText.keptName(name).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        parted = TONE_ON_A_OR_E.matcher(parted).replaceAll("o$2$1");
        parted = TONE_ON_Y.matcher(parted).replaceAll("u$1y");
        return Normalizer.normalize(TONE_ON_U_OF_QU.matcher(parted).replaceAll("quy$1"), Normalizer.Form.NFC);
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    @SuppressWarnings("unchecked")
    static <T, V> V[] array(List<T> rows, Class<V> type, Function<T, @Nullable V> value) {
        V[] values = (V[]) java.lang.reflect.Array.newInstance(type, rows.size());
        Arrays.setAll(values, at -> value.apply(rows.get(at)));
        return values;
    }

    /** Days as texts, since the driver knows no arrays of days. */
    static <T> String[] days(List<T> rows, Function<T, @Nullable LocalDate> day) {
        return array(rows, String.class, row -> {
            LocalDate found = day.apply(row);
            return found == null ? null : found.toString();
        });
    }

    /** Keeps answers about a list that is still to be counted, as it was seen; gives whether it was so. */
    boolean answer(long id, int seen, ListAnswers answers) {
        StoredExtract file = extracts.lockForUpdate(id);
        boolean waits = file.waits(seen);
        if (waits) {
            file.answer(answers);
            extracts.flush();
        }
        return waits;
    }

    /** Leaves lists aside that were read before a moment and not counted; those of one id alone if it is given. */
    int discard(@Nullable Instant before, @Nullable Long only) {
        List<StoredExtract> unused = extracts.lockUnused(before, only);
        unused.forEach(StoredExtract::discard);
        extracts.flush();
        extracts.deleteDossiers(unused.stream().map(StoredExtract::id).toList());
        return unused.size();
    }
}
