package vn.hoso.accounts;

import java.util.List;

/** What became of a typed code or password. */
public enum CodeCheck {
    RIGHT,
    WRONG_CODE,
    WRONG_PASSWORD,
    /** Too many wrong ones: even a right one is not looked at for some minutes. */
    LOCKED;

    /** What to tell the person, at the field it is about. */
    public List<AccountProblem> problems() {
        return switch (this) {
            case RIGHT -> List.of();
            case WRONG_CODE -> List.of(new AccountProblem("code", "accounts.problem.code"));
            case WRONG_PASSWORD -> List.of(new AccountProblem("present", "accounts.problem.passwordWrong"));
            case LOCKED -> List.of(new AccountProblem("present", "accounts.problem.tooManyTries"));
        };
    }
}
