package vn.hoso.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import vn.hoso.security.Role;

/**
 * One handler of the program and what it owes to whom.
 *
 * @param pattern as it stands on the handler
 * @param method null for a handler that takes every method
 * @param anyone whether people who are not signed in may
 * @param roles who may
 * @param own a valid request on the staff's own unit and an open month
 * @param answer the status that it gets
 * @param foreign requests that reach for another unit; staff get 404
 * @param locked requests that would change a locked month; whoever may gets 409
 * @param idle whether the valid request of a change has nothing to change
 */
record Row(
        String pattern,
        @Nullable HttpMethod method,
        boolean anyone,
        Set<Role> roles,
        Function<World, Ask> own,
        int answer,
        List<Function<World, Ask>> foreign,
        List<Function<World, Ask>> locked,
        boolean idle) {

    static Row reads(String pattern, Set<Role> roles, String address) {
        return new Row(
                pattern, HttpMethod.GET, false, roles, world -> Ask.get(address), 200, List.of(), List.of(), false);
    }

    static Row changes(String pattern, Set<Role> roles, Function<World, Ask> own) {
        return new Row(pattern, HttpMethod.POST, false, roles, own, 302, List.of(), List.of(), false);
    }

    Row forAnyone() {
        return new Row(pattern, method, true, EnumSet.allOf(Role.class), own, answer, foreign, locked, idle);
    }

    Row forAnyMethod() {
        return new Row(pattern, null, anyone, roles, own, answer, foreign, locked, idle);
    }

    Row asking(Function<World, Ask> request) {
        return new Row(pattern, method, anyone, roles, request, answer, foreign, locked, idle);
    }

    Row answers(int status) {
        return new Row(pattern, method, anyone, roles, own, status, foreign, locked, idle);
    }

    /** A change whose valid request here has nothing to change: no such session, no second factor to take away. */
    Row changingNothing() {
        return new Row(pattern, method, anyone, roles, own, answer, foreign, locked, true);
    }

    boolean leavesAllAsItIs() {
        return idle || !changes();
    }

    /** Requests that reach for a unit that is not the staff's. */
    @SafeVarargs
    final Row otherUnit(Function<World, Ask>... requests) {
        return new Row(pattern, method, anyone, roles, own, answer, List.of(requests), locked, idle);
    }

    Row otherUnit(String address) {
        return otherUnit(world -> Ask.get(address));
    }

    /** Requests that would change figures of a locked month. */
    @SafeVarargs
    final Row lockedMonth(Function<World, Ask>... requests) {
        return new Row(pattern, method, anyone, roles, own, answer, foreign, List.of(requests), idle);
    }

    boolean lets(@Nullable Role role) {
        return anyone || (role != null && roles.contains(role));
    }

    boolean changes() {
        return method != null && method != HttpMethod.GET;
    }

    /** How the table names a handler. */
    String name() {
        return name(method, pattern);
    }

    static String name(@Nullable HttpMethod method, String pattern) {
        return (method == null ? "*" : method.name()) + " " + pattern;
    }
}
