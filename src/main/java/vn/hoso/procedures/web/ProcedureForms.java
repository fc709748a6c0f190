package vn.hoso.procedures.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Day;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/** The forms of the catalogue. What was not sent is empty. */
final class ProcedureForms {

    private static final String CLASS = "(FULL_PROCESS|PARTIAL|NOT_ONLINE)?";
    private static final String SIGNS = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Sm}\\p{Zs}]*";

    private ProcedureForms() {}

    /**
     * A procedure as typed.
     *
     * @param seen the version that the page showed
     * @param corrects whether a class that was entered from the same day is corrected
     */
    record ProcedureForm(
            @Size(max = 60, message = "{procedures.problem.code}")
            @Pattern(regexp = SIGNS, message = "{procedures.problem.code}")
            String code,

            @PlainText(max = 1_000, name = true, message = "{procedures.problem.name}")
            String name,

            @Size(max = 300, message = "{procedures.problem.field}")
            @Pattern(regexp = SIGNS, message = "{procedures.problem.field}")
            String field,

            @Pattern(regexp = CLASS, message = "{procedures.problem.class}")
            String serviceClass,

            @Day(message = "{procedures.problem.from}") String from,

            @Size(max = 500, message = "{procedures.problem.instrument}")
            @Pattern(regexp = SIGNS, message = "{procedures.problem.instrument}")
            String instrument,

            @Nullable Integer seen,
            @Nullable Boolean corrects) {

        ProcedureForm {
            code = Objects.requireNonNullElse(code, "");
            name = Objects.requireNonNullElse(name, "");
            field = Objects.requireNonNullElse(field, "");
            serviceClass = Objects.requireNonNullElse(serviceClass, "");
            from = Objects.requireNonNullElse(from, "");
            instrument = Objects.requireNonNullElse(instrument, "");
            corrects = Boolean.TRUE.equals(corrects);
        }

        static ProcedureForm blank(LocalDate from) {
            return new ProcedureForm("", "", "", "", from.toString(), "", null, null);
        }

        static ProcedureForm of(Procedure procedure, LocalDate today) {
            ClassFrom last = procedure.classes().isEmpty()
                    ? null
                    : procedure.classes().get(procedure.classes().size() - 1);
            return new ProcedureForm(
                    procedure.coded() ? procedure.code() : "",
                    procedure.name(),
                    Objects.requireNonNullElse(procedure.field(), ""),
                    last == null ? "" : last.serviceClass().name(),
                    last == null ? today.toString() : last.from().toString(),
                    last == null ? "" : Objects.requireNonNullElse(last.instrument(), ""),
                    procedure.version(),
                    null);
        }

        Listed typed() {
            String kept = UserText.keptName(code);
            String of = UserText.keptName(field);
            return new Listed(
                    kept.isEmpty() ? null : kept,
                    UserText.keptName(name),
                    of.isEmpty() ? null : of,
                    serviceClass.isEmpty() ? null : ServiceClass.valueOf(serviceClass));
        }

        /** Whether it would overwrite what holds from the very day, without saying that this was wrong. */
        boolean overwrites(Procedure before) {
            return !Boolean.TRUE.equals(corrects)
                    && !serviceClass.isEmpty()
                    && before.classes().stream()
                            .anyMatch(each -> each.from().equals(day())
                                    && !each.serviceClass().name().equals(serviceClass));
        }

        LocalDate day() {
            return DateInput.day(from);
        }

        @Nullable
        String basis() {
            return ProcedureForms.basis(instrument);
        }
    }

    /**
     * A list as brought or typed.
     *
     * @param lines one procedure a line
     * @param apply whether to take it over
     */
    record ListForm(
            @Day(message = "{procedures.problem.from}") String from,

            @Size(max = 500, message = "{procedures.problem.instrument}")
            @Pattern(regexp = SIGNS, message = "{procedures.problem.instrument}")
            String instrument,

            @Size(max = 4_000_000, message = "{procedures.problem.lines}")
            String lines,

            @Nullable Boolean apply) {

        ListForm {
            from = Objects.requireNonNullElse(from, "");
            instrument = Objects.requireNonNullElse(instrument, "");
            lines = Objects.requireNonNullElse(lines, "");
            apply = Boolean.TRUE.equals(apply);
        }

        @Nullable
        String basis() {
            return ProcedureForms.basis(instrument);
        }
    }

    private static @Nullable String basis(String instrument) {
        String kept = UserText.keptName(instrument);
        return kept.isEmpty() ? null : kept;
    }
}
