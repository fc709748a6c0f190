package vn.hoso.shared;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import vn.hoso.shared.UnitOptions.Matches;
import vn.hoso.shared.UnitOptions.Option;

/**
 * A field in which one unit is chosen; what {@code components/unit} draws. A list sends the unit's id in a parameter of the
 * field's name; a typed code or name stands in a second one, named with {@link #TEXT}, and is resolved here.
 *
 * @param id of the element, to which its label and its problem lead
 * @param name of the parameter with the id
 * @param picked the id that was sent, empty for none
 * @param text what was typed, or the unit of the id
 * @param matches what the text means, null where none was typed
 */
public record UnitField(
        UnitOptions options,
        String id,
        String name,
        String picked,
        String text,
        @Nullable Matches matches) {

    /** What is added to a field's name for the typed text. */
    public static final String TEXT = "Text";

    /** The longest text that is taken. */
    public static final int LONGEST = 200;

    /** A field whose element is called like its parameter. */
    public static UnitField of(UnitOptions options, String name, @Nullable String picked, @Nullable String typed) {
        return of(options, name, name, picked, typed);
    }

    /**
     * One of several fields with the same parameter.
     *
     * @param id of the element
     * @param typed null where the page has a list, or an address names the unit by its id
     */
    public static UnitField of(
            UnitOptions options, String id, String name, @Nullable String picked, @Nullable String typed) {
        String sent = Objects.requireNonNullElse(picked, "");
        if (typed == null) {
            String text = options.find(sent).map(Option::words).orElse("");
            return new UnitField(options, id, name, sent, text, null);
        }
        String kept = UserText.keptName(typed);
        String text = kept.substring(0, Math.min(LONGEST, kept.length()));
        return text.isEmpty()
                ? new UnitField(options, id, name, "", "", null)
                : new UnitField(options, id, name, sent, text, options.matching(text));
    }

    /** The name of the parameter with the typed text; of {@code unitOf[3]}, {@code unitOfText[3]}. */
    public String textName() {
        int place = name.indexOf('[');
        return place < 0 ? name + TEXT : name.substring(0, place) + TEXT + name.substring(place);
    }

    /** The id of the chosen unit; empty where none was asked for, or where it is not clear which. */
    public String chosen() {
        return matches == null
                ? picked
                : resolved().map(Option::id).map(String::valueOf).orElse("");
    }

    /** A unit that was picked counts among those that the text may mean: whoever types another text means another unit. */
    private Optional<Option> resolved() {
        Matches found = Objects.requireNonNull(matches);
        return found.options().stream()
                .filter(each -> String.valueOf(each.id()).equals(picked))
                .findFirst()
                .or(found::one);
    }

    /** What stands in the field: the unit that is meant as it is written everywhere, else what was typed. */
    public String shown() {
        return matches == null ? text : resolved().map(Option::words).orElse(text);
    }

    /** Whether the text is no unit's. */
    public boolean unknown() {
        return matches != null && matches.options().isEmpty();
    }

    /** Whether the text may mean several units, or is a part of a name alone. */
    public boolean unclear() {
        return matches != null && !unknown() && resolved().isEmpty();
    }

    /** The first of the units that an unclear text may mean. */
    public List<Option> candidates() {
        return unclear()
                ? Objects.requireNonNull(matches).options().stream()
                        .limit(UnitOptions.OFFERED)
                        .toList()
                : List.of();
    }

    /** Whether an unclear text may mean more than a list takes; how many is not counted then. */
    public boolean many() {
        return matches != null && matches.options().size() > UnitOptions.LISTED;
    }

    /** How many units an unclear text may mean. */
    public String count() {
        return Formats.count(matches == null ? 0 : matches.options().size());
    }

    /** The beginning of the text, to be said back. */
    public String said() {
        return UserText.shortened(text);
    }

    /** Whether it is not clear which unit is meant. */
    public boolean wrong() {
        return unknown() || unclear();
    }

    /**
     * Tells when it is not clear which unit is meant.
     *
     * @param place the element to which the summary of problems leads, whether or not a field of the form is called so
     */
    public void report(String place, BindingResult errors) {
        if (wrong()) {
            UserFacingException refusal = refusal();
            errors.addError(new FieldError(
                    errors.getObjectName(),
                    place,
                    text,
                    false,
                    new String[] {refusal.messageKey()},
                    refusal.args(),
                    null));
        }
    }

    /** Why it is not clear which unit is meant, where it is not. */
    public UserFacingException refusal() {
        return unknown()
                ? new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "register.choose.unknown", said())
                : new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "register.choose.unclear", said(), count());
    }
}
