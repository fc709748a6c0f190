package vn.hoso.accounts;

/** What became of a typed code or password. */
public enum CodeCheck {
    RIGHT,
    WRONG,
    /** Too many wrong ones: even a right one is not looked at for some minutes. */
    LOCKED
}
