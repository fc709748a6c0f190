package vn.hoso.accounts;

/**
 * Why a person or password was not accepted.
 *
 * @param field the form field it belongs to
 * @param messageKey what to tell the reader
 */
public record AccountProblem(String field, String messageKey) {}
