package vn.hoso.figures.domain;

import java.util.Map;
import vn.hoso.shared.UserText;

/**
 * What a reviewer asks a unit to look at.
 *
 * @param text about the whole return, 1 to {@link #LONGEST} characters of NFC text
 * @param cells about single cells, the same; may be empty
 */
public record ReviewRemarks(String text, Map<Measure, String> cells) {

    /** The longest remark, in characters. */
    public static final int LONGEST = 1000;

    public ReviewRemarks {
        cells = Map.copyOf(cells);
        if (!acceptable(text) || !cells.values().stream().allMatch(ReviewRemarks::acceptable)) {
            throw new IllegalArgumentException("remark of " + text.length() + " characters");
        }
    }

    /** The text as it is stored: composed Unicode without blank ends. */
    public static String clean(String typed) {
        return UserText.kept(typed);
    }

    /** Whether cleaned text can be stored as a remark or a reason. */
    public static boolean acceptable(String clean) {
        return !clean.isEmpty() && clean.length() <= LONGEST && UserText.isPlain(clean);
    }
}
