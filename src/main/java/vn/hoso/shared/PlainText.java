package vn.hoso.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A typed text that can be kept, judged as {@link UserText#kept} leaves it: not empty, not too long, nothing invisible. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    /** The longest one, in characters. */
    int max();

    /** Whether it is a name: one line, and nothing that turns the direction of writing. */
    boolean name() default false;

    /** What to tell the reader: a key of the message bundle in braces. */
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds a text against the constraint. */
    class Check implements ConstraintValidator<PlainText, String> {

        private int max;
        private boolean name;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            name = constraint.name();
        }

        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            String kept = typed == null ? "" : UserText.kept(typed);
            return !kept.isEmpty()
                    && kept.length() <= max
                    && (name ? UserText.isPlainName(kept) : UserText.isPlain(kept));
        }
    }
}
