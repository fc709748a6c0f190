package vn.hoso.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A day as typed, which {@link DateInput} can read. As text, so that what cannot be read stays in its field beside the others. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Day.Check.class)
public @interface Day {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds a text to it. */
    class Check implements ConstraintValidator<Day, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return DateInput.read(text) != null;
        }
    }
}
