package vn.hoso.imports;

import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/** The part of a page that shows what counted figures would change, and how to store them, as an imported sheet's page does. */
public interface CountedPages {

    /**
     * What the template's fragment of figures prints.
     *
     * @param alert what went wrong with the last press, null if nothing did
     * @param reasons the reasons typed so far
     */
    Object page(ImportPreview preview, @Nullable String alert, ImportReasons reasons, CurrentUser reader);

    /** Why storing stopped: the sentence of {@link ImportApplicationService#alert}. */
    String outcome(String alert);
}
