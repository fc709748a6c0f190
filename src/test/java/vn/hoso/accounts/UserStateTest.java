package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;

class UserStateTest {

    private static final UserState STAFF =
            new UserState("Phạm Thị Thu", "UNIT_STAFF", Map.of(2L, "LASTING", 3L, "LASTING"), false);

    private static final TrailEntry LINE = TrailEntry.of("account.changed", "thu", "");

    @Test
    void tellsOfEachUnitThatCameWentOrGotOtherDays() {
        UserState after =
                new UserState("Phạm Thị Thu", "UNIT_STAFF", Map.of(3L, "2026-11-24–2026-12-31", 4L, "LASTING"), false);
        TrailEntry line = STAFF.to(after, LINE);
        assertThat(line.changes())
                .containsExactly(
                        new Change(2L, null, "entering", "LASTING", null),
                        new Change(3L, null, "entering", "LASTING", "2026-11-24–2026-12-31"),
                        new Change(4L, null, "entering", null, "LASTING"));
        assertThat(line.units()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void tellsOfNameAndRoleAndOfNothingElse() {
        UserState after = new UserState("Phạm Thu", "LEADER", STAFF.units(), true);
        assertThat(STAFF.to(after, LINE).changes())
                .containsExactly(
                        Change.of("displayName", "Phạm Thị Thu", "Phạm Thu"),
                        Change.of("role", "UNIT_STAFF", "LEADER"),
                        Change.of("approving", null, "OFFICE_ENTRIES"));
        assertThat(STAFF.to(STAFF, LINE).changes()).isEmpty();
    }
}
