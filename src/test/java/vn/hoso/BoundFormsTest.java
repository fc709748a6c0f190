package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people type reaches a handler in a form that Bean Validation has looked at, and in no other way. */
class BoundFormsTest {

    /** A month's grid and its check, whose fields are as many as the month has units. */
    private static final Set<String> GRID =
            Set.of("vn.hoso.figures.web.MonthCheckController", "vn.hoso.figures.web.MonthGridController");

    private static List<Method> posts() {
        return ProgramClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PostMapping.class))
                .map(JavaMethod::reflect)
                .toList();
    }

    @Test
    void everyFormIsCheckedBeforeItsHandlerAndTellsItsErrors() {
        assertThat(posts()).hasSizeGreaterThan(40);
        Set<String> unbound = posts().stream()
                .filter(method -> !bound(method))
                .map(method -> method.getDeclaringClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unbound).isEqualTo(GRID);
    }

    /** Every form with its check and its errors; beside it no typed text, and nothing that takes whatever is sent. */
    private static boolean bound(Method handler) {
        Parameter[] parameters = handler.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(ModelAttribute.class)
                    && !(parameters[i].isAnnotationPresent(Valid.class)
                            && i + 1 < parameters.length
                            && parameters[i + 1].getType() == BindingResult.class)) {
                return false;
            }
        }
        return Stream.of(parameters)
                .filter(each -> each.isAnnotationPresent(RequestParam.class))
                .noneMatch(each -> each.getType() == String.class
                        || Map.class.isAssignableFrom(each.getType())
                        || Collection.class.isAssignableFrom(each.getType()));
    }
}
