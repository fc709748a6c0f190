package vn.hoso.imports.files;

/** Columns as letters: A, B, …, Z, AA. */
public final class Columns {

    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    private Columns() {}

    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Whether an address such as D12 is that of a column and row, written as programs write it. */
    static boolean isAt(String address, int column, int row) {
        int at = 0;
        while (at < address.length() && letter(address.charAt(at))) {
            at++;
        }
        int number = 0;
        int digits = address.length() - at;
        if (of(address) != column || digits < 1 || digits > MOST_DIGITS || address.charAt(at) == '0') {
            return false;
        }
        for (; at < address.length(); at++) {
            int digit = address.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return number == row;
    }

    /** The column of an address such as D12; 0 if it is none. */
    public static int of(String address) {
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
