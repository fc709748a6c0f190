package vn.hoso.figures.domain;

/** A return that was sent back is submitted again without an answer to each remark. Nothing was submitted. */
public class RemarksUnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RemarksUnansweredException() {
        super("remarks without an answer");
    }
}
