package vn.hoso.imports.files;

/** Columns as letters: A, B, …, Z, AA. */
public final class Columns {

    private static final int MOST_LETTERS = 3;

    private Columns() {}

    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** The column of an address such as D12; 0 if it is none. */
    static int of(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length() && at <= MOST_LETTERS && letter(address.charAt(at))) {
            column = column * 26 + address.charAt(at) - 'A' + 1;
            at++;
        }
        return at > MOST_LETTERS ? 0 : column;
    }

    private static boolean letter(char each) {
        return each >= 'A' && each <= 'Z';
    }
}
