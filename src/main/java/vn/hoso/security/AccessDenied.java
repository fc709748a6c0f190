package vn.hoso.security;

/**
 * A signed-in user was refused something.
 *
 * @param who the user
 * @param method such as GET or POST
 * @param path what was asked for, without its query
 * @param status 403, 404, 405 or 409
 */
public record AccessDenied(CurrentUser who, String method, String path, int status) {}
