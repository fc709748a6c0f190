package vn.hoso.security;

/**
 * A user whose sign-in still asked for a second factor has given it: from now on they are in.
 *
 * @param who the user
 */
public record SecondFactorPassed(CurrentUser who) {}
