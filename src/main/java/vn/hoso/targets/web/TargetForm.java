package vn.hoso.targets.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;
import vn.hoso.targets.KeptTarget;
import vn.hoso.targets.StepNotation;
import vn.hoso.targets.TargetDraft;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.TargetStep;

/**
 * A target as typed; the meanings are those of {@link TargetDraft}.
 *
 * @param target the version that is changed, null for a new target
 * @param seen the state of it which the page showed
 * @param threshold a percent, or bands of points, as {@link StepNotation} reads them; empty of a target of named units
 * @param from the first month
 * @param until the last month, empty while open
 * @param own what is asked of single units, as {@link OwnThresholds} reads it
 * @param previewed what the form held when its effects were shown, empty before
 */
record TargetForm(
        @Nullable Long target,
        @Nullable Integer seen,

        @PlainText(max = 20, name = true, message = "{targets.problem.code}")
        String code,

        @PlainText(max = 200, name = true, message = "{targets.problem.label}")
        String label,

        @Size(max = 200, message = "{targets.problem.clause}")
        String clause,

        @NotNull(message = "{targets.problem.choice}") @Nullable
        Indicator indicator,

        @NotNull(message = "{targets.problem.choice}") @Nullable
        TargetRule rule,

        String threshold,

        @NotNull(message = "{targets.problem.choice}") @Nullable
        TargetScope scope,

        boolean aspiration,

        @Pattern(regexp = "[1-9]\\d{0,2}", message = "{targets.problem.position}")
        String position,

        @Pattern(regexp = MONTH, message = "{targets.problem.from}")
        String from,

        @Pattern(regexp = MONTH + "|", message = "{targets.problem.until}")
        String until,

        List<Long> instruments,
        String own,
        String previewed) {

    static final String MONTH = "2[01]\\d{2}-(0[1-9]|1[0-2])";

    /** Fields that were not sent are empty. */
    TargetForm {
        code = Objects.requireNonNullElse(code, "");
        label = Objects.requireNonNullElse(label, "");
        clause = Objects.requireNonNullElse(clause, "");
        threshold = Objects.requireNonNullElse(threshold, "");
        position = Objects.requireNonNullElse(position, "");
        from = Objects.requireNonNullElse(from, "");
        until = Objects.requireNonNullElse(until, "");
        instruments = Objects.requireNonNullElse(instruments, List.of());
        own = Objects.requireNonNullElse(own, "").replace("\r", "").strip();
        previewed = Objects.requireNonNullElse(previewed, "");
    }

    static TargetForm blank(YearMonth from, int position) {
        return new TargetForm(
                null,
                null,
                "",
                "",
                "",
                Indicator.OVERALL,
                TargetRule.AT_LEAST,
                "",
                TargetScope.DISTRICT_AND_UNITS,
                false,
                String.valueOf(position),
                from.toString(),
                "",
                List.of(),
                "",
                "");
    }

    /** What a version says, from this month on. */
    static TargetForm of(KeptTarget kept, YearMonth from, OwnThresholds own) {
        TargetDraft draft = kept.draft();
        List<TargetStep> bands =
                draft.steps().stream().filter(step -> step.unitId() == null).toList();
        return new TargetForm(
                kept.id(),
                kept.version(),
                draft.code(),
                draft.label(),
                Objects.requireNonNullElse(draft.clause(), ""),
                draft.indicator(),
                draft.rule(),
                bands.isEmpty() ? StepNotation.write(draft.threshold()) : StepNotation.write(bands),
                draft.scope(),
                draft.aspiration(),
                String.valueOf(draft.position()),
                from.toString(),
                draft.until() == null
                        ? ""
                        : YearMonth.from(draft.until().minusDays(1)).toString(),
                draft.instrumentIds(),
                own.write(draft.steps()),
                "");
    }

    /** The month whose units have something of their own; this one where none can be read. */
    YearMonth first(YearMonth otherwise) {
        return from.matches(MONTH) ? YearMonth.parse(from) : otherwise;
    }

    /** Tells one content of the form from another. */
    public String fingerprint() {
        return Integer.toHexString(Stream.of(
                        target,
                        seen,
                        code,
                        label,
                        clause,
                        indicator,
                        rule,
                        threshold,
                        scope,
                        aspiration,
                        position,
                        from,
                        until,
                        instruments,
                        own)
                .map(String::valueOf)
                .toList()
                .hashCode());
    }

    /** The draft; null where something in it cannot be read, which the errors then tell. */
    @Nullable
    TargetDraft draft(OwnThresholds units, BindingResult errors) {
        List<TargetStep> asked = asked(errors);
        List<TargetStep> steps = new ArrayList<>(rule == TargetRule.BANDS ? asked : List.of());
        if (rule != null) {
            steps.addAll(units.read(own, rule, kind(), errors));
        }
        if (scope == TargetScope.NAMED_UNITS) {
            checkNamed(errors);
        }
        LocalDate first =
                errors.hasFieldErrors("from") ? null : YearMonth.parse(from).atDay(1);
        LocalDate end = errors.hasFieldErrors("until") || until.isEmpty()
                ? null
                : YearMonth.parse(until).plusMonths(1).atDay(1);
        if (first != null && end != null && !first.isBefore(end)) {
            errors.rejectValue("until", "targets.problem.until");
        }
        if (errors.hasErrors()) {
            return null;
        }
        String kept = UserText.kept(clause);
        BigDecimal percent = asked.stream()
                .map(TargetStep::percent)
                .max(BigDecimal::compareTo)
                .orElse(null);
        return new TargetDraft(
                UserText.kept(code),
                UserText.kept(label),
                kept.isEmpty() ? null : kept,
                Objects.requireNonNull(indicator),
                Objects.requireNonNull(rule),
                percent,
                Objects.requireNonNull(scope),
                aspiration,
                Integer.parseInt(position),
                Objects.requireNonNull(first),
                end,
                instruments.stream().filter(Objects::nonNull).distinct().toList(),
                steps);
    }

    /** Units are named by a level of their own, so there must be one. */
    private void checkNamed(BindingResult errors) {
        if (rule == TargetRule.HAS_ARISEN) {
            errors.rejectValue("scope", "targets.problem.scope.HAS_ARISEN");
        } else if (own.isEmpty()) {
            errors.rejectValue("own", "targets.problem.own.none");
        }
    }

    private List<TargetStep> asked(BindingResult errors) {
        if (rule == null) {
            return List.of();
        }
        if (scope == TargetScope.NAMED_UNITS && rule != TargetRule.HAS_ARISEN) {
            if (!threshold.isBlank()) {
                errors.rejectValue("threshold", "targets.problem.threshold.NAMED_UNITS");
            }
            return List.of();
        }
        if (rule == TargetRule.HAS_ARISEN) {
            if (!threshold.isBlank()) {
                errors.rejectValue("threshold", "targets.problem.threshold.HAS_ARISEN");
            }
            return List.of();
        }
        List<TargetStep> read = StepNotation.read(threshold, rule, null);
        if (read == null) {
            errors.rejectValue("threshold", "targets.problem.threshold." + kind());
            return List.of();
        }
        return read;
    }

    private String kind() {
        return rule == TargetRule.BANDS || rule == TargetRule.HAS_ARISEN ? rule.name() : "PERCENT";
    }
}
