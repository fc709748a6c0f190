package vn.hoso.extracts.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.procedures.ServiceClass;

/** Makes dossiers of a list's rows, in order, and knows which of them repeat an earlier one. */
final class DossierRows {

    /** More unknown words than any list has for ways and classes: the column is another. */
    private static final int MOST_WORDS = 12;

    private static final int CODE = 100;
    private static final int NAME = 1_000;
    private static final int WORD = 60;
    private static final int PERSON = 200;

    private final DossierCells cells;
    private final Map<String, Optional<ServiceClass>> classes = new HashMap<>();
    private final Map<String, Optional<Channel>> channels = new HashMap<>();
    private final Map<DossierColumn, Set<String>> words = new HashMap<>();
    private final Map<String, Dossier> firstOfCode = new HashMap<>();
    private final Map<Content, Integer> others = new HashMap<>();
    private final SortedMap<Integer, Integer> differing = new TreeMap<>();
    private final List<Integer> unknownFee = new ArrayList<>();
    private final List<Integer> unknownPaid = new ArrayList<>();

    DossierRows(DossierCells cells) {
        this.cells = cells;
    }

    /** What rows of one dossier have in common; the way it came may be written down twice and differently. */
    private record Content(
            @Nullable String code,
            @Nullable String unit,
            @Nullable LocalDate day,
            @Nullable String procedure) {

        static Content of(Dossier dossier) {
            return new Content(
                    dossier.code(),
                    dossier.unit(),
                    dossier.receivedOn(),
                    dossier.procedureCode() == null ? dossier.procedureName() : dossier.procedureCode());
        }
    }

    Dossier dossier(ParsedRow row, LocalDate day) {
        String classWord = Objects.requireNonNullElse(cells.text(row, DossierColumn.SERVICE_CLASS, WORD), "");
        ServiceClass serviceClass =
                classes.computeIfAbsent(classWord, ServiceClass::ofWord).orElse(null);
        String channelWord = Objects.requireNonNullElse(cells.text(row, DossierColumn.CHANNEL, WORD), "");
        Channel channel = channels.computeIfAbsent(channelWord, Channel::ofWord).orElse(null);
        Long fee = cells.fee(row);
        if (fee == null && cells.hasFees()) {
            unknownFee.add(row.number());
        }
        Boolean paid = cells.paidOnline(row, fee);
        // Without a column of fees it matters to nobody that nothing is said of how they were paid.
        if (paid == null
                && cells.has(DossierColumn.PAID_BY)
                && (cells.hasFees() || !cells.blank(row, DossierColumn.PAID_BY))) {
            unknownPaid.add(row.number());
        }
        Dossier dossier = new Dossier(
                row.number(),
                cells.text(row, DossierColumn.CODE, CODE),
                cells.text(row, DossierColumn.UNIT, PERSON),
                day,
                cells.text(row, DossierColumn.PROCEDURE_CODE, WORD),
                cells.text(row, DossierColumn.PROCEDURE_NAME, NAME),
                serviceClass,
                serviceClass == null ? unknown(row, DossierColumn.SERVICE_CLASS, classWord) : null,
                channel,
                channel == null ? unknown(row, DossierColumn.CHANNEL, channelWord) : null,
                cells.text(row, DossierColumn.RECEIVED_BY, PERSON),
                fee,
                paid,
                cells.ending(row),
                null);
        Integer earlier = earlier(dossier);
        return earlier == null ? dossier : dossier.repeating(earlier);
    }

    /** The row that a dossier repeats. Receipt numbers may begin anew in every unit, so that a code alone proves nothing. */
    private @Nullable Integer earlier(Dossier dossier) {
        Dossier first = dossier.code() == null ? null : firstOfCode.putIfAbsent(dossier.code(), dossier);
        if (first == null) {
            return null;
        }
        Content content = Content.of(dossier);
        if (content.equals(Content.of(first))) {
            return first.row();
        }
        Integer same = others.putIfAbsent(content, dossier.row());
        if (same == null) {
            differing.put(dossier.row(), first.row());
        }
        return same;
    }

    /** A word that means nothing known; a person is asked, unless there are so many that the column must be another. */
    private String unknown(ParsedRow row, DossierColumn column, String word) {
        Set<String> all = words.computeIfAbsent(column, none -> new HashSet<>());
        all.add(word);
        if (all.size() > MOST_WORDS) {
            throw cells.refused("words", row, column, String.valueOf(MOST_WORDS));
        }
        return word;
    }

    /** Rows with the code of an earlier one, whose number stands beside theirs, but another content. */
    SortedMap<Integer, Integer> differing() {
        return differing;
    }

    /** Rows whose fee cannot be read. */
    List<Integer> unknownFee() {
        return unknownFee;
    }

    /** Rows that do not say how a fee was paid, or not so that it is understood. */
    List<Integer> unknownPaid() {
        return unknownPaid;
    }
}
