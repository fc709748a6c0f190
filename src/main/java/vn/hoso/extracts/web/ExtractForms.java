package vn.hoso.extracts.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import vn.hoso.extracts.ExtractService.Description;
import vn.hoso.extracts.ListAnswers;
import vn.hoso.extracts.ListAnswers.SameCode;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.extracts.reading.DossierColumn;
import vn.hoso.imports.RowKey;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** The forms of lists of dossiers. What was not sent is empty. */
final class ExtractForms {

    private static final String NUMBER = "[0-9]{0,9}";

    private ExtractForms() {}

    /**
     * What is said of a list that is brought.
     *
     * @param unit the unit of all its dossiers
     * @param unitText its code or name, null where it is not typed
     * @param signature the heading that is described
     * @param columnOf where what is kept stands, by the column's name
     */
    record UploadForm(
            @Pattern(regexp = NUMBER, message = "{extracts.refused.answer}")
            String unit,

            @Nullable String unitText,

            @Pattern(regexp = "([0-9a-f]{64})?", message = "{extracts.refused.answer}")
            String signature,

            Map<String, @Pattern(regexp = "[0-9]{0,3}", message = "{extracts.refused.answer}") String> columnOf) {

        UploadForm {
            unit = Objects.requireNonNullElse(unit, "");
            signature = Objects.requireNonNullElse(signature, "");
            columnOf = Objects.requireNonNullElse(columnOf, Map.of());
        }

        /** Where the unit is chosen. */
        UnitField field(UnitOptions units) {
            return UnitField.of(units, "unit", unit, unitText);
        }

        @Nullable
        Description description() {
            Map<DossierColumn, Integer> columns = new EnumMap<>(DossierColumn.class);
            for (DossierColumn column : DossierColumn.values()) {
                String at = columnOf.getOrDefault(column.name(), "");
                if (!at.isEmpty() && !columns.containsValue(Integer.valueOf(at))) {
                    columns.put(column, Integer.valueOf(at));
                }
            }
            return signature.isEmpty() ? null : new Description(signature, columns);
        }
    }

    /**
     * Answers about a list, by their places on the page.
     *
     * @param nameOf names of units, and what each means in unitOf: a unit, 0 for none, empty for no answer
     * @param unitOfText the same by codes and names, where units are typed
     * @param wordOf words for the channel, and what each means in channelOf
     * @param levelOf words for the class, and what each means in classOf
     * @param procedureOf procedures by their key, and the class of each in offeredOf
     * @param month the months that are counted
     * @param months whether the months were asked about
     * @param seen the version of the list that the person saw
     * @param sameCode what dossiers of one unit with one code are, if that is said
     * @param confirmed the mark of what is replaced, if that is confirmed
     */
    record AnswersForm(
            Map<String, String> nameOf,
            Map<String, @Pattern(regexp = NUMBER, message = "{extracts.refused.answer}") String> unitOf,
            Map<String, String> unitOfText,
            Map<String, String> wordOf,
            Map<String, String> channelOf,
            Map<String, String> levelOf,
            Map<String, String> classOf,
            Map<String, String> procedureOf,
            Map<String, String> offeredOf,
            Set<String> month,
            @Nullable Boolean months,
            @Nullable Integer seen,

            @Pattern(regexp = "(ONCE|EACH)?", message = "{extracts.refused.answer}")
            String sameCode,

            @Pattern(regexp = "([0-9a-f]{64})?", message = "{extracts.refused.answer}")
            String confirmed) {

        static final AnswersForm EMPTY = new AnswersForm(
                Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(),
                false, null, "", "");
        private static final String NONE = "0";

        AnswersForm {
            nameOf = Objects.requireNonNullElse(nameOf, Map.of());
            unitOf = Objects.requireNonNullElse(unitOf, Map.of());
            unitOfText = Objects.requireNonNullElse(unitOfText, Map.of());
            wordOf = Objects.requireNonNullElse(wordOf, Map.of());
            channelOf = Objects.requireNonNullElse(channelOf, Map.of());
            levelOf = Objects.requireNonNullElse(levelOf, Map.of());
            classOf = Objects.requireNonNullElse(classOf, Map.of());
            procedureOf = Objects.requireNonNullElse(procedureOf, Map.of());
            offeredOf = Objects.requireNonNullElse(offeredOf, Map.of());
            month = Objects.requireNonNullElse(month, Set.of());
            months = Boolean.TRUE.equals(months);
            sameCode = Objects.requireNonNullElse(sameCode, "");
            confirmed = Objects.requireNonNullElse(confirmed, "");
        }

        /** Where the unit of a name is chosen; "0" with nothing typed is none of them. */
        UnitField field(UnitOptions units, String at, String meant) {
            String picked = unitOf.getOrDefault(at, meant);
            String typed = unitOfText.get(at);
            boolean none = NONE.equals(picked) && typed != null && typed.isBlank();
            return UnitField.of(units, "unitOf-" + at, "unitOf[" + at + "]", picked, none ? null : typed);
        }

        /** Whether the page had fields for codes and names of units. */
        boolean typed() {
            return !unitOfText.isEmpty();
        }

        private Map<String, String> units(UnitOptions units) {
            Map<String, String> answers = new HashMap<>(unitOf);
            unitOfText.keySet().forEach(at -> {
                UnitField field = field(units, at, "");
                if (field.wrong()) {
                    throw field.refusal();
                }
                if (NONE.equals(unitOf.get(at)) && field.matches() != null) {
                    throw new UserFacingException(
                            HttpStatus.UNPROCESSABLE_CONTENT, "imports.refused.both", field.said());
                }
                answers.put(at, field.chosen());
            });
            return answers;
        }

        /** @param units those that may be typed */
        ListAnswers said(UnitOptions units) {
            return new ListAnswers(
                    by(nameOf, units(units), Long::valueOf),
                    by(wordOf, channelOf, Channel::valueOf),
                    by(levelOf, classOf, ServiceClass::valueOf),
                    by(procedureOf, offeredOf, ServiceClass::valueOf),
                    Boolean.TRUE.equals(months) ? month : null,
                    sameCode.isEmpty() ? null : SameCode.valueOf(sameCode),
                    confirmed);
        }

        private static <T> Map<String, T> by(
                Map<String, String> asked, Map<String, String> answered, Function<String, T> meaning) {
            Map<String, T> said = new HashMap<>();
            try {
                answered.forEach((at, text) -> {
                    String what = asked.get(at);
                    if (what != null && !text.isEmpty()) {
                        said.put(what, meaning.apply(text));
                    }
                });
                return said;
            } catch (IllegalArgumentException none) {
                throw new UserFacingException(HttpStatus.BAD_REQUEST, "extracts.refused.answer");
            }
        }
    }

    /**
     * Which remembered answer is taken back.
     *
     * @param memoryId its number among those of its kind
     */
    record MemoryForm(
            @NotNull(message = "{imports.refused.memory}") Kind kind,
            @NotNull(message = "{imports.refused.memory}") Long memoryId) {

        enum Kind {
            COLUMNS,
            CHANNEL,
            CLASS,
            NAME
        }
    }

    /**
     * What of an applied list is taken out of use, and why.
     *
     * @param which a unit's month, or {@link #WHOLE}
     */
    record WithdrawalForm(String which, String reason) {

        static final String NAME = "withdrawal";
        static final String WHOLE = "ALL";
        private static final int LONGEST = 500;

        WithdrawalForm {
            which = Objects.requireNonNullElse(which, "");
            reason = Objects.requireNonNullElse(reason, "");
        }

        void check(Errors errors) {
            if (!which.equals(WHOLE) && RowKey.of(which).isEmpty()) {
                errors.rejectValue("which", "extracts.withdrawal.problem.which");
            }
            if (why().isEmpty() || why().length() > LONGEST || !UserText.isPlain(why())) {
                errors.rejectValue("reason", "extracts.withdrawal.problem.reason");
            }
        }

        /** The unit's month; null for all that the list counted. */
        @Nullable
        RowKey only() {
            return which.equals(WHOLE) ? null : RowKey.of(which).orElseThrow();
        }

        String why() {
            return UserText.kept(reason);
        }
    }

    /** A press that says nothing but that it was made. */
    record PressForm(@Nullable Integer seen) {}
}
