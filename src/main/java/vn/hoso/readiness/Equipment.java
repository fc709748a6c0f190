package vn.hoso.readiness;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;
import vn.hoso.shared.UserText;

/**
 * What a unit's one-stop shop had in a quarter. What is null is not known, which is never 0.
 *
 * @param shop whether the unit has one; without it everything else is null
 * @param officials who work there
 * @param withComputer of these, with an adequate computer
 * @param withSignature of these, with a personal digital signature
 * @param line speed of the line in Mbit/s
 * @param scanners how many there are
 * @param lacking what is lacking, in the unit's words: NFC text without blank ends
 */
public record Equipment(
        boolean shop,
        @Nullable Integer officials,
        @Nullable Integer withComputer,
        @Nullable Integer withSignature,
        @Nullable Integer line,
        @Nullable Integer scanners,
        @Nullable String lacking) {

    /** Where a unit has no one-stop shop. */
    public static final Equipment NO_SHOP = new Equipment(false, null, null, null, null, null, null);

    /** The most officials, and the most scanners, of one shop. */
    public static final int MOST = 1000;

    /** The fastest line, in Mbit/s. */
    public static final int FASTEST = 100_000;

    /** The longest text, in characters. */
    public static final int LONGEST = 1000;

    /** What breaks the rules: field by field the last part of the message that tells it; empty for what can be stored. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!shop) {
            return problems;
        }
        number(problems, "officials", officials, MOST, true);
        number(problems, "withComputer", withComputer, MOST, true);
        number(problems, "withSignature", withSignature, MOST, true);
        number(problems, "line", line, FASTEST, false);
        number(problems, "scanners", scanners, MOST, false);
        ofThese(problems, "withComputer", withComputer);
        ofThese(problems, "withSignature", withSignature);
        if (lacking != null && (lacking.isEmpty() || lacking.length() > LONGEST || !UserText.isPlain(lacking))) {
            problems.put("lacking", "text");
        }
        return problems;
    }

    private static void number(
            Map<String, String> problems, String field, @Nullable Integer number, int most, boolean required) {
        if (number == null ? required : number < 0 || number > most) {
            problems.put(field, number == null ? "missing" : "range");
        }
    }

    /** Nobody has a computer who does not work there. */
    private void ofThese(Map<String, String> problems, String field, @Nullable Integer number) {
        if (number != null && officials != null && number > officials) {
            problems.putIfAbsent(field, "more");
        }
    }

    /** Officials with an adequate computer; of none at all nothing arises. Only of a shop within the rules. */
    public Rate computers() {
        return share(withComputer);
    }

    /** Officials with a signature of their own, likewise. */
    public Rate signatures() {
        return share(withSignature);
    }

    private Rate share(@Nullable Integer number) {
        return new Rate(known(number), known(officials));
    }

    /** How many computers and signatures are lacking to 100 %. */
    public int shortBy() {
        return shop ? 2 * known(officials) - known(withComputer) - known(withSignature) : 0;
    }

    private static int known(@Nullable Integer number) {
        if (number == null) {
            throw new IllegalStateException("asked of a form that is not whole");
        }
        return number;
    }
}
