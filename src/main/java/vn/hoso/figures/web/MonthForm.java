package vn.hoso.figures.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.shared.UserFacingException;

/**
 * The month grid as it was sent: everything text, one row per unit. Fields are named {@code u<unit>.<field>}; any other
 * field is ignored, so nothing but figures, note and versions can be set.
 *
 * @param reason one explanation for the rows that are ticked for it, as typed
 */
record MonthForm(Map<Long, Row> rows, String reason) {

    /** The field of the common reason. */
    static final String REASON = "reason";

    private static final Pattern NAME = Pattern.compile("u([0-9]{1,18})\\.([A-Za-z][A-Za-z0-9_]{0,42})");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

    /**
     * One unit's typed row.
     *
     * @param version the version the writer saw first
     * @param seen the version shown beside their own text after a conflict, else 0
     * @param choice after a conflict: "mine" or "stored", empty while they have not chosen
     */
    record Row(ReturnInput text, int version, int seen, String choice) {

        boolean keepsStored() {
            return choice.equals("stored");
        }

        /** The version that this row may replace. */
        int base() {
            return choice.equals("mine") ? seen : version;
        }
    }

    /** The same form with one row only; the others stay typed and unsaved. */
    MonthForm only(long unitId) {
        Row row = rows.get(unitId);
        if (row == null) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.incomplete-form");
        }
        return new MonthForm(Map.of(unitId, row), reason);
    }

    /** The same form with these units' rows only. */
    MonthForm only(Set<Long> units) {
        Map<Long, Row> left = new LinkedHashMap<>(rows);
        left.keySet().retainAll(units);
        return new MonthForm(left, reason);
    }

    /**
     * The form as it was sent; a ticked row without a note of its own takes the common reason.
     *
     * @param asked what the month is asked for; added measures that the page did not know yet may be missing
     */
    static MonthForm of(MultiValueMap<String, String> fields, List<Measure> asked) {
        Map<Long, Map<String, String>> byUnit = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            Matcher parts = NAME.matcher(name);
            if (parts.matches() && !values.isEmpty()) {
                byUnit.computeIfAbsent(Long.valueOf(parts.group(1)), unit -> new LinkedHashMap<>())
                        .put(parts.group(2), values.get(0));
            }
        });
        String typed = fields.getFirst(REASON);
        String reason = typed == null ? "" : typed;
        Map<Long, Row> rows = new LinkedHashMap<>();
        byUnit.forEach((unit, texts) -> {
            if (texts.containsKey("same")) {
                texts.computeIfPresent("note", (field, note) -> note.isBlank() ? reason : note);
            }
            rows.put(unit, row(texts, asked));
        });
        return new MonthForm(rows, reason);
    }

    /** Whether a figure was typed into a column that the month no longer asks for, since the page was opened. */
    static boolean holdsUnasked(MultiValueMap<String, String> fields, List<Measure> asked) {
        Set<String> known = asked.stream().map(Measure::field).collect(Collectors.toSet());
        return fields.entrySet().stream().anyMatch(each -> {
            Matcher parts = NAME.matcher(each.getKey());
            return parts.matches()
                    && Measure.isAdded(parts.group(2))
                    && !known.contains(parts.group(2))
                    && each.getValue().stream().anyMatch(text -> !text.isBlank());
        });
    }

    private static Row row(Map<String, String> texts, List<Measure> asked) {
        Map<Measure, String> cells = new TreeMap<>();
        for (Measure measure : asked) {
            if (!measure.added() || texts.containsKey(measure.field())) {
                cells.put(measure, whole(texts, measure.field()));
            }
        }
        return new Row(
                new ReturnInput(cells, whole(texts, "note")),
                version(whole(texts, "version")),
                version(texts.getOrDefault("seen", "0")),
                texts.getOrDefault("choice", ""));
    }

    /** A row that arrived in part would blank the figures that are missing from it. */
    private static String whole(Map<String, String> texts, String field) {
        String text = texts.get(field);
        if (text == null) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.incomplete-form");
        }
        return text;
    }

    private static int version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.incomplete-form");
        }
        return Integer.parseInt(text);
    }
}
