package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.organisation.Organisation;
import vn.hoso.results.YearResults;

/**
 * The yearly report as it will be printed, without saying how: the page and the document show the same.
 *
 * @param letterhead the head of the first page
 * @param title the kind of document
 * @param subject what it is about
 * @param notices what a reader must know first: made-up or provisional figures
 * @param grounds the instruments it rests on, one line each
 * @param opening the sentence that leads to the sections
 * @param sections I to IV
 * @param closing the last sentence, ending in "./."
 * @param signature signers and recipients
 * @param annex the table of the units
 * @param warning what every page must carry, empty for real figures
 * @param addressees to whom a letter is written, one line each; none for a report
 * @param further annexes behind the table of the units; none in most documents
 */
public record ReportText(
        Letterhead letterhead,
        String title,
        String subject,
        List<ReportLine> notices,
        List<ReportLine> grounds,
        ReportLine opening,
        List<Section> sections,
        ReportLine closing,
        Signature signature,
        Annex annex,
        String warning,
        List<String> addressees,
        List<Annex> further) {

    public ReportText {
        notices = List.copyOf(notices);
        grounds = List.copyOf(grounds);
        sections = List.copyOf(sections);
        // Reports that were frozen before there were letters name none.
        addressees = addressees == null ? List.of() : List.copyOf(addressees);
        further = further == null ? List.of() : List.copyOf(further);
    }

    /** Whether it is a letter (công văn): no title, its subject below the number, and whom it is addressed to. */
    public boolean letter() {
        return !addressees.isEmpty();
    }

    /** What every page of a document with made-up figures carries. */
    public static String demonstrationWarning() {
        return ReportSentences.text("demonstration");
    }

    /**
     * Drafts a year's report of which nothing is known but its results.
     *
     * @param results the figures, rates and verdicts; nothing is computed from anything else
     * @param organisation whose report it is
     * @param today decides the year of the date line
     */
    public static ReportText of(YearResults results, Organisation organisation, LocalDate today) {
        ReportTerm term = ReportTerm.year(results.year());
        return of(
                results,
                organisation,
                today,
                term,
                ReportSuggestions.NOTHING,
                null,
                ReportNamedFigures.of(results, term));
    }

    /**
     * Drafts the report of a term after another one was issued.
     *
     * @param term the year, or the part of it that the results are about
     * @param offered what people offer to it
     * @param earlier what it has to say of the earlier one, null if there is none
     * @param figures the values it prints
     */
    public static ReportText of(
            YearResults results,
            Organisation organisation,
            LocalDate today,
            ReportTerm term,
            ReportSuggestions offered,
            @Nullable ReportRestatement earlier,
            ReportNamedFigures figures) {
        ReportPhrases phrases = new ReportPhrases(results, organisation, term, figures);
        ReportSentences said = phrases.sentences().with("nam", String.valueOf(today.getYear()));
        ReportOneStopShops shops = offered.shops();
        String annex = shops == null ? "annex" : "annex.first";
        ReportSections sections = new ReportSections(results, phrases, ReportSentences.text(annex));
        return new ReportText(
                new Letterhead(
                        List.of(organisation.letterheadTop(), organisation.letterheadBottom()),
                        said.say("number"),
                        ReportSentences.text("draft"),
                        ReportSentences.text("country"),
                        ReportSentences.text("motto"),
                        said.say("place-and-date")),
                ReportSentences.text("title"),
                said.say("subject"),
                notices(results, phrases, earlier),
                ReportCitation.grounds(results, phrases, organisation),
                said.fill("opening"),
                List.of(
                        sections.results(),
                        sections.units(offered.reorganised()),
                        sections.shortcomings(offered, earlier == null ? List.of() : earlier.sentences()),
                        sections.solutions(offered.tasks(), shops)),
                said.fill("closing"),
                new Signature(phrases.numbered("authority"), phrases.numbered("recipients")),
                new AnnexWriter(results, phrases).write(today, annex),
                results.demonstration() ? demonstrationWarning() : "",
                List.of(),
                shops == null ? List.of() : List.of(shops.annex(phrases, said)));
    }

    public boolean demonstration() {
        return !warning.isEmpty();
    }

    private static List<ReportLine> notices(
            YearResults results, ReportPhrases phrases, @Nullable ReportRestatement earlier) {
        List<ReportLine> notices = new ArrayList<>();
        if (phrases.part()) {
            notices.add(phrases.fill("notice.part"));
        }
        if (results.demonstration()) {
            notices.add(phrases.fill("notice.demonstration"));
        }
        if (results.provisional()) {
            notices.add(phrases.provisional().fill("notice.provisional"));
        }
        if (earlier != null && earlier.replaced()) {
            notices.add(
                    phrases.sentences().with("bao_cao_truoc", earlier.named()).fill("notice.replaces"));
        }
        return notices;
    }

    /**
     * The same text as it is issued: no draft any more.
     *
     * @param provisionalReason why it is issued although its figures are provisional, null if they are final
     * @param replaced the report that it takes the place of, as a sentence names it; null if of none
     * @param replacementReason why it does, null likewise
     */
    public ReportText issued(
            @Nullable String provisionalReason, @Nullable String replaced, @Nullable String replacementReason) {
        ReportSentences said = ReportSentences.of(ReportNamedFigures.none());
        List<ReportLine> told = new ArrayList<>(notices);
        if (provisionalReason != null) {
            told.add(said.with("ly_do", provisionalReason).fill("notice.issued-provisional"));
        }
        return new ReportText(
                letterhead.issued(),
                title,
                subject,
                told,
                grounds,
                replaced == null || replacementReason == null
                        ? opening
                        : said.with("bao_cao_truoc", replaced)
                                .with("ly_do", replacementReason.replaceAll("[.\\s]+$", ""))
                                .fill("opening.replacing")
                                .then(ReportLine.of(" "))
                                .then(opening),
                sections,
                closing,
                signature,
                annex,
                warning,
                addressees,
                further);
    }

    /** All annexes in order; none of a document that has none. */
    public List<Annex> annexes() {
        return annex.isNone()
                ? List.of()
                : Stream.concat(Stream.of(annex), further.stream()).toList();
    }

    /**
     * A section of the report under a Roman number.
     *
     * @param heading such as "I. KẾT QUẢ"
     * @param blocks its paragraphs, in order
     */
    public record Section(String heading, List<ReportBlock> blocks) {

        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * The end of the report. The signer's name stays blank in a draft.
     *
     * @param authority on whose behalf and in which office the report is signed, one line each
     * @param recipients who receives it, one line each, the archive last
     */
    public record Signature(List<ReportLine> authority, List<ReportLine> recipients) {

        /** The words above the recipients. */
        public String title() {
            return ReportSentences.text("recipients.title");
        }
    }

    /**
     * The head of the first page. Number and day stay blank: the registry fills them in when the report is issued.
     *
     * @param agency the issuing agency, one line each
     * @param number the blank number and the document's sign
     * @param draft the word that marks a draft, empty on what is issued
     * @param country the name of the State
     * @param motto its motto
     * @param placeAndDate place, and the date with blanks for day and month
     */
    public record Letterhead(
            List<String> agency, String number, String draft, String country, String motto, String placeAndDate) {

        /** The same head without the word that marks a draft. */
        Letterhead issued() {
            return new Letterhead(agency, number, "", country, motto, placeAndDate);
        }
    }
}
