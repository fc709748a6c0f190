package vn.hoso.figures.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserFacingException;

/**
 * A proposal as it was typed: figures under the names of their fields, all text.
 *
 * @param version the version of the approved figures its writer saw
 * @param unasked whether a figure was typed into a column that the month no longer asks for, since the page was opened
 */
record CorrectionForm(
        int version,
        ReturnInput text,

        @PlainText(max = ReviewRemarks.LONGEST, message = "{figures.correction.reason.missing}")
        String reason,

        boolean unasked) {

    /** Each figure has a field of its own; a form that arrived in part has no version. */
    static CorrectionForm of(Map<String, String> fields, List<Measure> asked) {
        Map<Measure, String> cells = new TreeMap<>();
        for (Measure measure : asked) {
            if (!measure.added() || fields.containsKey(measure.field())) {
                cells.put(measure, fields.getOrDefault(measure.field(), ""));
            }
        }
        String version = fields.getOrDefault("version", "");
        boolean whole = fields.keySet().containsAll(List.of("version", "note"))
                && Measure.OWN.stream().map(Measure::field).allMatch(fields::containsKey)
                && version.matches("[0-9]{1,9}");
        return new CorrectionForm(
                whole ? Integer.parseInt(version) : -1,
                new ReturnInput(cells, fields.getOrDefault("note", "")),
                fields.getOrDefault("reason", ""),
                fields.entrySet().stream()
                        .filter(each -> Measure.isAdded(each.getKey())
                                && !each.getValue().isBlank())
                        .anyMatch(each -> asked.stream()
                                .noneMatch(measure -> measure.field().equals(each.getKey()))));
    }

    /** The figures in force, to be typed over. */
    static CorrectionForm of(int version, ReturnFigures inForce) {
        return new CorrectionForm(version, ReturnInput.of(inForce), "", false);
    }

    /** A form that arrived in part would blank the figures that are missing from it. */
    void refuseUnlessWhole() {
        if (version < 0) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.incomplete-form");
        }
    }
}
