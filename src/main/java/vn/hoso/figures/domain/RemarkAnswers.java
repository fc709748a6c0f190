package vn.hoso.figures.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hoso.figures.MonthQueries.Remark;

/**
 * What a unit answers to the remarks with which its returns were sent back.
 *
 * @param texts by the remark's id, cleaned text
 */
public record RemarkAnswers(Map<Long, String> texts) {

    public static final RemarkAnswers NONE = new RemarkAnswers(Map.of());

    /** Typed answers: what is no text that can be stored is no answer. */
    public static RemarkAnswers of(Map<Long, String> typed) {
        Map<Long, String> clean = new LinkedHashMap<>();
        typed.forEach((remark, text) -> clean.put(remark, ReviewRemarks.clean(text)));
        return new RemarkAnswers(Map.copyOf(clean));
    }

    /** The remarks without an answer of 1 to {@link ReviewRemarks#LONGEST} characters. */
    public List<Remark> missing(List<Remark> asked) {
        return asked.stream()
                .filter(remark -> !ReviewRemarks.acceptable(to(remark.id())))
                .toList();
    }

    /** The answer to a remark, empty where there is none. */
    public String to(long remark) {
        return texts.getOrDefault(remark, "");
    }

    /** A return that was sent back is submitted again without an answer to each remark. Nothing was submitted. */
    public static class RemarksUnansweredException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public RemarksUnansweredException() {
            super("remarks without an answer");
        }
    }
}
