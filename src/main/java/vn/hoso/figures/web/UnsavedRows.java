package vn.hoso.figures.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.figures.domain.Measure;

/**
 * Carries typed rows over the redirect after one row was saved. As plain text in the session, where any copy of the program
 * can read it; gone once the page is shown.
 */
final class UnsavedRows {

    private static final String NAME = "unsavedRows";

    private UnsavedRows() {}

    static void carry(MultiValueMap<String, String> fields, long savedRow, RedirectAttributes after) {
        HashMap<String, String> others = new HashMap<>(fields.toSingleValueMap());
        others.keySet()
                .removeIf(name -> !name.equals(MonthForm.REASON)
                        && (!name.startsWith("u") || name.startsWith("u" + savedRow + ".")));
        after.addFlashAttribute(NAME, others);
    }

    static Optional<MonthForm> of(Model model, List<Measure> asked) {
        if (!(model.getAttribute(NAME) instanceof Map<?, ?> texts) || texts.isEmpty()) {
            return Optional.empty();
        }
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        texts.forEach((name, text) -> fields.add(String.valueOf(name), String.valueOf(text)));
        return Optional.of(MonthForm.of(fields, asked));
    }
}
