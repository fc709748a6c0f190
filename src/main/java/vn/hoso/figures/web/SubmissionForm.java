package vn.hoso.figures.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import vn.hoso.figures.MonthQueries.Remark;
import vn.hoso.figures.domain.RemarkAnswers;

/**
 * The form that submits, as it was sent.
 *
 * @param texts answers by the remark's id, as typed
 * @param chosen the returns ticked, as forms send them
 * @param all whether every complete return was to be submitted
 */
record SubmissionForm(Map<Long, String> texts, List<String> chosen, boolean all) {

    static final SubmissionForm NONE = new SubmissionForm(Map.of(), List.of(), false);

    private static final Pattern FIELD = Pattern.compile("answer\\.([0-9]{1,18})");

    /** Each remark's answer has a field of its own, such as {@code answer.12}. */
    static SubmissionForm of(MultiValueMap<String, String> form) {
        Map<Long, String> texts = new HashMap<>();
        form.toSingleValueMap().forEach((name, text) -> {
            Matcher field = FIELD.matcher(name);
            if (field.matches()) {
                texts.put(Long.valueOf(field.group(1)), text);
            }
        });
        return new SubmissionForm(
                Map.copyOf(texts), List.copyOf(form.getOrDefault("unit", List.of())), form.containsKey("all"));
    }

    @AssertTrue(message = "{figures.submit.nothing}")
    public boolean isChoosing() {
        return all || !chosen.isEmpty();
    }

    RemarkAnswers answers() {
        return RemarkAnswers.of(texts);
    }

    String to(Remark remark) {
        return texts.getOrDefault(remark.id(), "");
    }

    /** Whether a remark on a return that was to be submitted still has no answer. */
    boolean missing(Remark remark, String value) {
        return (all || chosen.contains(value))
                && !answers().missing(List.of(remark)).isEmpty();
    }
}
