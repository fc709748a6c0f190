package vn.hoso.figures.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReviewRemarks;

/**
 * Remarks with which a return is sent back, as typed.
 *
 * @param unit the return's unit and the version seen, such as {@code 2:5}
 * @param remark about the return
 * @param cells about single figures
 */
record SendingBackForm(String unit, String remark, Map<Measure, String> cells) {

    static final SendingBackForm EMPTY = of(Map.of(), Measure.OWN);

    /** Each figure's remark has a field of its own, such as {@code cell.paidOnline}. */
    static SendingBackForm of(Map<String, String> fields, List<Measure> asked) {
        Map<Measure, String> cells = new TreeMap<>();
        for (Measure measure : asked) {
            cells.put(measure, fields.getOrDefault("cell." + measure.field(), ""));
        }
        return new SendingBackForm(fields.getOrDefault("unit", ""), fields.getOrDefault("remark", ""), cells);
    }

    public boolean typed() {
        return !remark.isBlank() || cells.values().stream().anyMatch(text -> !text.isBlank());
    }

    /** The text about one figure, empty where none was typed. */
    public String cell(String field) {
        return Measure.ofField(field).map(cells::get).orElse("");
    }

    /** Whether there is a remark about the return, and all of them can be stored. */
    @AssertTrue(message = "{figures.review.remark-missing}")
    public boolean isAcceptable() {
        return ReviewRemarks.acceptable(ReviewRemarks.clean(remark))
                && clean().values().stream().allMatch(ReviewRemarks::acceptable);
    }

    /** What an acceptable form asks. */
    ReviewRemarks remarks() {
        return new ReviewRemarks(ReviewRemarks.clean(remark), clean());
    }

    private Map<Measure, String> clean() {
        Map<Measure, String> clean = new TreeMap<>();
        cells.forEach((measure, text) -> clean.put(measure, ReviewRemarks.clean(text)));
        clean.values().removeIf(String::isEmpty);
        return clean;
    }
}
