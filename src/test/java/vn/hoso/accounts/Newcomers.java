package vn.hoso.accounts;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Makes people for one test each, so that the demonstration's own stay as they are. */
record Newcomers(AccountService accounts) {

    static final String PASSWORD = "thuyền nan qua sông Côn";

    private static final AtomicInteger COUNT = new AtomicInteger();

    CurrentUser make(Role role, Long... units) {
        String name = "moi" + COUNT.incrementAndGet();
        return accounts.createForDemonstration(new UserDraft(name, "Người Mới", role, Set.of(units)), PASSWORD);
    }
}
