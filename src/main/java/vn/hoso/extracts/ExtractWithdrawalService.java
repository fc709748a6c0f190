package vn.hoso.extracts;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** Takes a list that was counted wrongly out of use, for one unit's month or as a whole. */
@Service
public class ExtractWithdrawalService {

    private final ExtractQueries queries;
    private final ExtractCountStore store;
    private final AuditTrail audit;
    private final Clock clock;

    ExtractWithdrawalService(ExtractQueries queries, ExtractCountStore store, AuditTrail audit, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is about single dossiers and their officials, and the comparison with typed figures, leaves it out from now on. Figures
     * of returns stay, and no earlier list comes back.
     *
     * @param only the unit's month, null for all that the list counted
     * @throws UserFacingException with 409 if no count of it is in force there
     */
    @Transactional
    public void withdraw(long id, @Nullable RowKey only, String reason, CurrentUser by) {
        ExtractFile file = queries.find(id, by);
        List<RowKey> taken = store.withdraw(file.id(), only, reason, by, clock.instant());
        if (taken.isEmpty()) {
            throw new UserFacingException(HttpStatus.CONFLICT, "extracts.refused.not-in-force");
        }
        String months = taken.stream().map(RowKey::month).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(Formats::month)
                .collect(Collectors.joining(", "));
        audit.record(
                by,
                TrailEntry.of("extract.withdrawn", String.valueOf(id), months + ": " + reason)
                        .units(taken.stream().map(RowKey::unitId).distinct().toList()));
    }
}
