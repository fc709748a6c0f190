package vn.hoso.imports.files;

/** Takes the rows of a large file one by one, and says which columns are worth reading; all others are never put together. */
public interface RowReader {

    /** A sheet begins. */
    void sheet(String name, boolean from1904, boolean hidden);

    /** Whether a column, from 1, of the rows to come is read. */
    boolean wants(int column);

    /** A row, from the top. */
    void row(ParsedRow row);
}
