package vn.hoso.figures.web;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.shared.UserFacingException;

/**
 * A proposal as it was typed: figures under the names of their fields, all text.
 *
 * @param version the version of the approved figures its writer saw
 */
record CorrectionForm(int version, ReturnInput text, String reason) {

    static CorrectionForm of(Map<String, String> fields) {
        Map<Measure, String> cells = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            cells.put(measure, whole(fields, measure.field()));
        }
        String version = whole(fields, "version");
        if (!version.matches("[0-9]{1,9}")) {
            throw incomplete();
        }
        return new CorrectionForm(
                Integer.parseInt(version),
                new ReturnInput(cells, whole(fields, "note")),
                fields.getOrDefault("reason", ""));
    }

    /** The figures in force, to be typed over. */
    static CorrectionForm of(int version, ReturnFigures inForce) {
        return new CorrectionForm(version, ReturnInput.of(inForce), "");
    }

    private static String whole(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null) {
            throw incomplete();
        }
        return text;
    }

    private static UserFacingException incomplete() {
        return new UserFacingException(HttpStatus.BAD_REQUEST, "figures.refused.incomplete-form");
    }
}
