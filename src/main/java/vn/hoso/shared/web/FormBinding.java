package vn.hoso.shared.web;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.PropertyAccessException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import vn.hoso.shared.UserFacingException;

/**
 * Forms are filled through their constructors and in no other way: a field that a form does not name changes nothing. A day
 * that cannot be read is told at its field like a missing one, and a month that no figures may exist for with its reason;
 * any other value that cannot be read no page has sent.
 */
@ControllerAdvice
class FormBinding {

    private static final Pattern KEYED = Pattern.compile("[^.\\[]+\\[[^\\[\\]]*]");

    @InitBinder
    void bind(WebDataBinder binder, WebRequest request) {
        if (binder.getTargetType() != null
                && request.getParameterMap().keySet().stream().anyMatch(name -> open(name) || into(binder, name))) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
        }
        binder.setDeclarativeBinding(true);
        binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {
            @Override
            public void processPropertyAccessException(PropertyAccessException unreadable, BindingResult errors) {
                String field = String.valueOf(unreadable.getPropertyName());
                if (NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof UserFacingException month) {
                    errors.addError(new FieldError(
                            errors.getObjectName(),
                            field,
                            unreadable.getValue(),
                            true,
                            new String[] {month.messageKey()},
                            month.args(),
                            null));
                    return;
                }
                NotNull day = day(binder.getTargetType(), field);
                if (day == null) {
                    throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.unreadable-request");
                }
                String key = day.message().substring(1, day.message().length() - 1);
                errors.addError(new FieldError(
                        errors.getObjectName(), field, unreadable.getValue(), true, new String[] {key}, null, null));
            }
        });
    }

    /** The binder takes a bracket that nothing closes for its own mistake. */
    private static boolean open(String field) {
        return field.contains("[") && field.indexOf(']', field.indexOf('[')) < 0;
    }

    /**
     * It also makes what stands in a field out of names that lead on into it, whatever that is, or fails. A list's values share its
     * own name; only what has keys is named by them.
     */
    private static boolean into(WebDataBinder binder, String name) {
        int at = name.split("[.\\[]", 2)[0].length();
        Class<?> form = Objects.requireNonNull(binder.getTargetType()).toClass();
        Field field =
                at == name.length() || !form.isRecord() ? null : ReflectionUtils.findField(form, name.substring(0, at));
        return field != null
                && !BeanUtils.isSimpleProperty(field.getType())
                && !(Map.class.isAssignableFrom(field.getType())
                        && KEYED.matcher(name).matches());
    }

    private static @Nullable NotNull day(@Nullable ResolvableType form, String name) {
        Class<?> type = form == null ? null : form.resolve();
        Field field = type == null ? null : ReflectionUtils.findField(type, name, LocalDate.class);
        return field == null ? null : field.getAnnotation(NotNull.class);
    }
}
