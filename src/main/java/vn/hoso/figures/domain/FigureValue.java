package vn.hoso.figures.domain;

/** One figure of a return. Not reported, not applicable and 0 are three different answers. */
public sealed interface FigureValue {

    FigureValue NOT_REPORTED = new NotReported();
    FigureValue NOT_APPLICABLE = new NotApplicable();

    /** Nobody has said anything yet. */
    record NotReported() implements FigureValue {}

    /** The unit handles no such procedure. */
    record NotApplicable() implements FigureValue {}

    /** A number of dossiers, 0 to {@link #MOST}. */
    record Number(int value) implements FigureValue {

        /** More than any unit could receive in a month; the database refuses more as well. */
        public static final int MOST = 9_999_999;

        public Number {
            if (value < 0 || value > MOST) {
                throw new IllegalArgumentException("count " + value);
            }
        }
    }
}
