package vn.hoso.imports;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.LayoutKey;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UserFacingException;

/** Keeps answers for the next file, each person's latest, and takes them back. */
@Service
@Transactional
public class MemoryService {

    private final UnitAliases aliases;
    private final DescribedSheets sheets;
    private final MemoryQueries memory;
    private final AuditTrail audit;
    private final Clock clock;

    MemoryService(UnitAliases aliases, DescribedSheets sheets, MemoryQueries memory, AuditTrail audit, Clock clock) {
        this.aliases = aliases;
        this.sheets = sheets;
        this.memory = memory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Remembers what a name means.
     *
     * @param written the name as the sheet writes it
     * @param unitId the unit, {@link RememberedAnswer#NO_UNIT} for none
     */
    public void remember(String folded, String written, long unitId, CurrentUser by) {
        aliases.lockChooserForUpdate(by.id());
        UnitAlias alias =
                aliases.findByFoldedAndChosenBy(folded, by.id()).orElseGet(() -> new UnitAlias(folded, by.id()));
        alias.mean(unitId, written, clock.instant());
        aliases.saveAndFlush(alias);
    }

    /** Remembers a layout under its whole heading, the words above it and its tab. */
    void remember(ParsedSheet sheet, SheetLayout layout, CurrentUser by) {
        aliases.lockChooserForUpdate(by.id());
        String signature = LayoutKey.of(sheet, layout.headerRow());
        DescribedSheet described = sheets.findBySignatureAndChosenBy(signature, by.id())
                .orElseGet(() -> new DescribedSheet(signature, sheet.name(), by.id()));
        Map<Measure, Integer> columns = new TreeMap<>(layout.columns());
        columns.replaceAll((measure, column) -> sheet.ofFirst(column));
        described.describe(sheet.ofFirst(layout.unitColumn()), columns, clock.instant());
        sheets.saveAndFlush(described);
    }

    /**
     * Forgets an answer for everybody: files are asked about again.
     *
     * @return what it was about
     * @throws UserFacingException if there is none by that id, or the person may not take it back
     */
    public String withdraw(RememberedAnswer.Kind kind, long id, CurrentUser by) {
        RememberedAnswer kept = memory.find(kind, id, by)
                .filter(each -> each.mayWithdraw(by))
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory"));
        switch (kind) {
            case SHEET -> sheets.lockForUpdate(id).ifPresent(sheets::delete);
            case NAME -> aliases.lockForUpdate(id).ifPresent(aliases::delete);
        }
        audit.record(by, "memory.withdrawn", kept.what(), kept.by());
        return kept.what();
    }
}
