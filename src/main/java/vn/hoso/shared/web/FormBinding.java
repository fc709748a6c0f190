package vn.hoso.shared.web;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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

    @InitBinder
    void bind(WebDataBinder binder, WebRequest request) {
        if (binder.getTargetType() != null
                && request.getParameterMap().keySet().stream()
                        .anyMatch(name -> open(name) || into(binder, request, name))) {
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
     * Nor does it bear a list whose values are numbered, which share its own name, or a value that is missing while its parts are
     * named. Any other name that leads on into a field changes nothing.
     */
    private static boolean into(WebDataBinder binder, WebRequest request, String name) {
        String own = name.split("[.\\[]", 2)[0];
        Class<?> form = Objects.requireNonNull(binder.getTargetType()).toClass();
        Field field = own.length() == name.length() || !form.isRecord() ? null : ReflectionUtils.findField(form, own);
        if (field == null
                || BeanUtils.isSimpleProperty(field.getType())
                || Map.class.isAssignableFrom(field.getType())) {
            return false;
        }
        return Collection.class.isAssignableFrom(field.getType())
                ? name.charAt(own.length()) == '['
                : request.getParameter(own) == null;
    }

    private static @Nullable NotNull day(@Nullable ResolvableType form, String name) {
        Class<?> type = form == null ? null : form.resolve();
        Field field = type == null ? null : ReflectionUtils.findField(type, name, LocalDate.class);
        return field == null ? null : field.getAnnotation(NotNull.class);
    }
}
