package vn.hoso.reconciliation;

/** Where a value of a figure comes from, in the order in which pages show them. */
public enum ValueSource {
    /** The return that counts; of several units or months their sum, where none is missing. */
    TYPED,
    /** Dossiers counted from the lists of the one-stop system, added up alike. */
    COUNTED,
    /** The portal or the 766 sheet made from it. */
    PORTAL,
    /** A notice of the level above. */
    NOTICE,
    /** A report that was made earlier. */
    REPORT,
    /** The totals of a year that the office published. */
    PUBLISHED,
    /** Within those the sum of the classes of procedures. */
    CLASSES;

    /** Whether people enter it as a total from outside. */
    public boolean entered() {
        return this == PORTAL || this == NOTICE || this == REPORT;
    }
}
