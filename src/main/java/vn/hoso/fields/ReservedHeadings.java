package vn.hoso.fields;

/** Knows which headings of sheets mean something already, so that no field takes such a name. */
public interface ReservedHeadings {

    /** Whether a column with this heading is taken for one of the return's own, or for the units', their codes, months or notes. */
    boolean means(String name);

    /** Whether a column with one of these headings is taken for what the other names. */
    boolean same(String name, String other);
}
