package vn.hoso.reports.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.ReportWordings.OfficeWording;
import vn.hoso.reports.ReportWordings.ReportWording;
import vn.hoso.reports.domain.ReportMarkup;
import vn.hoso.reports.domain.ReportNamedFigure;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.web.ReportWordingController.WordingForm;

/**
 * The page on which the words of a report are chosen.
 *
 * @param address the report's term as an address names it
 * @param name the term
 * @param parts a form for each part
 * @param figures what sentences may name
 */
record WordingView(String address, String name, List<PartForm> parts, List<ReportNamedFigure> figures) {

    /**
     * The form of a part.
     *
     * @param part the part
     * @param seen the version of the words that hold
     * @param own whether these words were written for this report
     * @param from the term they were written for, null where the program's proposal holds
     * @param writtenBy who wrote them, null likewise
     * @param words what stands in the form
     * @param lasting whether later reports get them too
     * @param newProposal what the program proposes by now, null unless it changed since the words were written
     * @param problems what in the words cannot be understood
     * @param refusal key of the reason why they were not saved, null if they were
     */
    record PartForm(
            ReportPart part,
            long seen,
            boolean own,
            @Nullable String from,
            @Nullable String writtenBy,
            String words,
            boolean lasting,
            @Nullable String newProposal,
            List<ReportMarkup.Problem> problems,
            @Nullable String refusal) {

        private static final int LINE = 120;
        private static final int FEWEST_ROWS = 3;
        private static final int MOST_ROWS = 16;

        /** Enough lines to see most of the words at once, for one sentence as for a whole section. */
        public int rows() {
            int lines = words.lines().mapToInt(line -> line.length() / LINE + 1).sum();
            return Math.min(Math.max(lines, FEWEST_ROWS), MOST_ROWS);
        }

        /** The same form with what was typed into it, and why that was not saved. */
        PartForm refused(WordingForm typed, List<ReportMarkup.Problem> found, String reason) {
            return new PartForm(
                    part,
                    typed.version(),
                    own,
                    from,
                    writtenBy,
                    typed.words(),
                    typed.lasting(part),
                    newProposal,
                    found,
                    reason);
        }
    }

    static WordingView of(ReportTerm term, ReportWording wording) {
        return new WordingView(
                term.address(),
                term.name(),
                Arrays.stream(ReportPart.values())
                        .map(part -> form(term, part, wording))
                        .toList(),
                wording.figures().offered());
    }

    /** The page with one part as it was typed. */
    WordingView refused(ReportPart part, WordingForm typed, List<ReportMarkup.Problem> found, String reason) {
        return new WordingView(
                address,
                name,
                parts.stream()
                        .map(form -> form.part() == part ? form.refused(typed, found, reason) : form)
                        .toList(),
                figures);
    }

    private static PartForm form(ReportTerm term, ReportPart part, ReportWording wording) {
        String proposal = wording.proposal(part);
        OfficeWording written = wording.written().get(part);
        if (written == null) {
            return new PartForm(part, 0, false, null, null, proposal, part.lasting(), null, List.of(), null);
        }
        return new PartForm(
                part,
                written.version(),
                term.equals(written.term()),
                written.term().name(),
                written.writtenBy(),
                written.words(),
                written.lasting(),
                ReportMarkup.text(written.proposal(), wording.figures())
                                .equals(ReportMarkup.text(proposal, wording.figures()))
                        ? null
                        : proposal,
                ReportMarkup.read(written.words(), wording.figures()).problems(),
                null);
    }
}
