package vn.hoso.imports;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.shared.Language;

/** The usual answer to dossiers that a source leaves unclassified. In Vietnamese for everybody: once confirmed, it is the unit's own note. */
@Component
public class SuggestedNote {

    private final MessageSource messages;

    SuggestedNote(MessageSource messages) {
        this.messages = messages;
    }

    /** The answer that names a file. */
    public String of(String file) {
        return messages.getMessage("imports.reason.suggested", new Object[] {file}, Language.OFFICIAL);
    }

    /** Whether a note is this answer, of whichever file, and no person's words. */
    public boolean is(String note) {
        String[] around = of("\n").split("\n", 2);
        return note.startsWith(around[0]) && note.endsWith(around[1]);
    }

    /** A row without the answer, where its figures change and leave nothing unclassified any more. */
    ImportPreview.Row answered(ImportPreview.Row row) {
        ReturnFigures fresh = row.fresh();
        return row.changed()
                        && fresh != null
                        && fresh.note() != null
                        && fresh.onlineTotal() == fresh.onlineClassified()
                        && is(fresh.note())
                ? row.with(new ReturnFigures(fresh.cells(), null))
                : row;
    }
}
