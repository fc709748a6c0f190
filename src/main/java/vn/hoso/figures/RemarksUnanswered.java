package vn.hoso.figures;

/** A return that was sent back is submitted again without an answer to each remark. Nothing was submitted. */
public class RemarksUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RemarksUnanswered() {
        super("remarks without an answer");
    }
}
