package vn.hoso.reports;

import java.util.Map;
import vn.hoso.reports.domain.NamedFigures;
import vn.hoso.reports.domain.OfficeWordingFiller;
import vn.hoso.reports.domain.Part;
import vn.hoso.reports.domain.ReportText;

/**
 * The words of a year's report: those the program proposes and those the office chose.
 *
 * @param proposed the report in the program's words
 * @param written the office's own words
 * @param figures the values that both may name
 */
public record ReportWording(ReportText proposed, Map<Part, OfficeWording> written, NamedFigures figures) {

    /** What the program proposes for a part, as typed text. */
    public String proposal(Part part) {
        return OfficeWordingFiller.proposal(proposed, part);
    }
}
