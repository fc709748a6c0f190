package vn.hoso.imports;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;

/** Takes back answers that were kept for the next file. */
@Service
public class MemoryService {

    private final ImportMemory memory;
    private final AuditTrail audit;

    MemoryService(ImportMemory memory, AuditTrail audit) {
        this.memory = memory;
        this.audit = audit;
    }

    /**
     * Forgets an answer for everybody: files are asked about again.
     *
     * @return what it was about
     * @throws UserFacingException if there is none by that id, or the person may not take it back
     */
    @Transactional
    public String withdraw(RememberedAnswer.Kind kind, long id, CurrentUser by) {
        RememberedAnswer kept = memory.withdrawable(kind, id, by)
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory"));
        memory.withdraw(kind, id, by);
        audit.record(by, "memory.withdrawn", kept.what(), kept.by());
        return kept.what();
    }
}
