package vn.hoso.imports.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.imports.CountedPages;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.ImportReasons;
import vn.hoso.imports.ImportService;
import vn.hoso.imports.web.PreviewForms.Typed;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UserFacingException;

/** Shows a file beside what is stored, whatever the last press led to. */
@Component
class PreviewViewAssembler implements CountedPages {

    private final ImportService imports;
    private final ImportFileQueries archive;
    private final PreviewMessages words;

    PreviewViewAssembler(ImportService imports, ImportFileQueries archive, PreviewMessages words) {
        this.imports = imports;
        this.archive = archive;
        this.words = words;
    }

    /** What the file would change now, with what went wrong before it could. */
    String show(long id, @Nullable String alert, CurrentUser reader, Model model) {
        return show(imports.preview(id, ImportReasons.NONE, reader), alert, ImportReasons.NONE, null, reader, model);
    }

    @Override
    public Object page(ImportPreview preview, @Nullable String alert, ImportReasons reasons, CurrentUser reader) {
        return words.page(preview, List.of(), alert, reasons, null, reader);
    }

    /** The same with the reasons that were typed. */
    String show(ImportPreview preview, @Nullable String alert, ImportReasons reasons, CurrentUser reader, Model model) {
        return show(preview, alert, reasons, null, reader, model);
    }

    /** The same with an answer that was refused. */
    String refused(long id, UserFacingException refused, @Nullable Typed typed, CurrentUser reader, Model model) {
        String alert = words.text(refused.messageKey(), refused.args());
        return show(imports.preview(id, ImportReasons.NONE, reader), alert, ImportReasons.NONE, typed, reader, model);
    }

    /** The units that names of the file may mean. */
    UnitOptions units(long id, CurrentUser reader) {
        return Questions.options(imports.preview(id, ImportReasons.NONE, reader));
    }

    /** Why storing stopped, as the file keeps it: a key, and the month it is about behind a bar. */
    @Override
    public String outcome(String kept) {
        String[] parts = kept.split("\\|", 2);
        return words.text(parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
    }

    String text(String key, Object... named) {
        return words.text(key, named);
    }

    private String show(
            ImportPreview preview,
            @Nullable String alert,
            ImportReasons reasons,
            @Nullable Typed typed,
            CurrentUser reader,
            Model model) {
        List<ImportFileQueries.Written> written = archive.written(preview.file(), PreviewMessages.ROWS_SHOWN, reader);
        model.addAttribute("page", words.page(preview, written, alert, reasons, typed, reader));
        return "imports/preview";
    }
}
