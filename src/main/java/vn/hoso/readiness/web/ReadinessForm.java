package vn.hoso.readiness.web;

import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;
import vn.hoso.presentation.NumberInput;
import vn.hoso.readiness.Equipment;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserText;

/**
 * A unit's quarter as typed.
 *
 * @param shop whether the unit has a one-stop shop: yes or no
 * @param seen the version that the writer saw, 0 for none
 */
record ReadinessForm(
        @Pattern(regexp = "yes|no", message = "{readiness.problem.shop}")
        String shop,

        String officials,
        String withComputer,
        String withSignature,
        String line,
        String scanners,
        String lacking,
        Integer seen) {

    private static final String LACKING = "lacking";

    /** What was not sent is empty, or 0. */
    ReadinessForm {
        shop = Objects.requireNonNullElse(shop, "");
        officials = Objects.requireNonNullElse(officials, "");
        withComputer = Objects.requireNonNullElse(withComputer, "");
        withSignature = Objects.requireNonNullElse(withSignature, "");
        line = Objects.requireNonNullElse(line, "");
        scanners = Objects.requireNonNullElse(scanners, "");
        lacking = Objects.requireNonNullElse(lacking, "");
        seen = Objects.requireNonNullElse(seen, 0);
    }

    /** A form filled in; an empty one of a shop where nothing is known. */
    static ReadinessForm of(@Nullable Equipment said, int seen) {
        return said == null
                ? new ReadinessForm("yes", "", "", "", "", "", "", seen)
                : new ReadinessForm(
                        said.shop() ? "yes" : "no",
                        text(said.officials()),
                        text(said.withComputer()),
                        text(said.withSignature()),
                        text(said.line()),
                        text(said.scanners()),
                        said.lacking() == null ? "" : said.lacking(),
                        seen);
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : Formats.count(number);
    }

    /** The typed values again, to be sent over the version that is there now. */
    ReadinessForm over(int version) {
        return new ReadinessForm(shop, officials, withComputer, withSignature, line, scanners, lacking, version);
    }

    /** What was typed; where it breaks a rule, the errors say which. What is typed beside "no shop" is not asked for. */
    Equipment read(Errors errors) {
        if (shop.equals("no")) {
            return Equipment.NO_SHOP;
        }
        String words = UserText.kept(lacking);
        Equipment said = new Equipment(
                true,
                number("officials", officials, errors),
                number("withComputer", withComputer, errors),
                number("withSignature", withSignature, errors),
                number("line", line, errors),
                number("scanners", scanners, errors),
                words.isEmpty() ? null : words);
        for (Map.Entry<String, String> problem : said.problems().entrySet()) {
            if (!errors.hasFieldErrors(problem.getKey())) {
                reject(problem.getKey(), problem.getValue(), errors);
            }
        }
        return said;
    }

    private static @Nullable Integer number(String field, String typed, Errors errors) {
        NumberInput number = NumberInput.count(typed);
        if (number.wrong()) {
            reject(field, "range", errors);
        }
        return number.number() == null ? null : number.number().intValueExact();
    }

    private static void reject(String field, String problem, Errors errors) {
        int most =
                field.equals(LACKING) ? Equipment.LONGEST : field.equals("line") ? Equipment.FASTEST : Equipment.MOST;
        errors.rejectValue(
                field,
                "readiness.problem." + problem,
                new Object[] {new DefaultMessageSourceResolvable("readiness.field." + field), Formats.count(most)},
                null);
    }
}
