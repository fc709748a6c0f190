package vn.hoso.extracts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.extracts.ExtractCounting.UnitMonth;
import vn.hoso.extracts.ExtractReplacements.InForce;
import vn.hoso.extracts.SameCodes.Pair;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.imports.CountedReturns;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** Enters what was counted of a list as figures, together with the counts and the mark that they are, all or none. */
@Service
public class ExtractApplicationService {

    private final CountedReturns returns;
    private final ExtractCountStore store;
    private final ExtractReplacements replacements;
    private final SameCodes sameCodes;
    private final ExtractCounts counts;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    ExtractApplicationService(
            CountedReturns returns,
            ExtractCountStore store,
            ExtractReplacements replacements,
            SameCodes sameCodes,
            ExtractCounts counts,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.returns = returns;
        this.store = store;
        this.replacements = replacements;
        this.sameCodes = sameCodes;
        this.counts = counts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Enters what a preview shows.
     *
     * @param seen the version of each row that the person saw
     * @throws UserFacingException with 409 if the list was counted or changed meanwhile, or another that it would replace
     */
    public JointSaveOutcome apply(ExtractPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        return returns.apply(
                preview.file().id(),
                preview.figures(),
                seen,
                by,
                // Within the one that stores figures, which begins anew if somebody stores the same return first.
                () -> transactions.executeWithoutResult(status -> mark(preview, by)));
    }

    private void mark(ExtractPreview preview, CurrentUser by) {
        ExtractFile file = preview.file();
        if (!store.hold(file.id(), file.version())) {
            throw new UserFacingException(HttpStatus.CONFLICT, "extracts.refused.done");
        }
        // Another list may have been counted since the page was shown, which changes no return where its figures are
        // the same.
        Map<RowKey, InForce> inForce = counts.inForce(preview.counting().ticked());
        List<Pair> repeating = SameCodes.repeating(preview.sameCodes(), file.answers());
        if (!replacements
                .of(file, preview.counting(), repeating, preview.figures(), inForce, by)
                .equals(preview.replaced())) {
            throw new UserFacingException(HttpStatus.CONFLICT, "extracts.refused.overtaken");
        }
        returns.refuseSettled(preview.figures(), inForce.keySet(), by);
        returns.refuseChanged(preview.figures());
        ExtractCounting counting = preview.counting();
        if (!repeating.isEmpty()) {
            sameCodes.mark(file.id(), repeating);
        }
        store.applied(file, counting.counted(), counting.placed(), by, clock.instant());
        audit.record(
                by,
                TrailEntry.of(
                                "extract.counted",
                                String.valueOf(file.id()),
                                new TreeSet<>(counting.ticked())
                                                .stream().map(Formats::month).collect(Collectors.joining(", "))
                                        + ": "
                                        + Formats.count(counting.counted().stream()
                                                .mapToLong(each -> each.count().dossiers())
                                                .sum())
                                        + " hồ sơ")
                        .units(counting.counted().stream()
                                .map(UnitMonth::unit)
                                .map(unit -> unit.id())
                                .toList()));
    }
}
