package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Installation;

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
 */
public record ReportText(
        Letterhead letterhead,
        String title,
        String subject,
        List<String> notices,
        List<String> grounds,
        String opening,
        List<Section> sections,
        String closing,
        Signature signature,
        Annex annex,
        String warning) {

    /** What every page of a document with made-up figures carries. */
    public static final String DEMONSTRATION = "DỮ LIỆU MINH HỌA";

    public ReportText {
        notices = List.copyOf(notices);
        grounds = List.copyOf(grounds);
        sections = List.copyOf(sections);
    }

    /**
     * Drafts the report.
     *
     * @param results the figures, rates and verdicts; nothing is computed from anything else
     * @param installation whose report it is
     * @param today decides the year of the date line
     */
    public static ReportText of(YearResults results, Installation installation, LocalDate today) {
        return of(results, installation, today, ReportTerm.year(results.year()), ReportSuggestions.NOTHING, null);
    }

    /**
     * Drafts the report of a term after another one was issued.
     *
     * @param term the year, or the part of it that the results are about
     * @param offered what people offer to it
     * @param earlier what it has to say of the earlier one, null if there is none
     */
    public static ReportText of(
            YearResults results,
            Installation installation,
            LocalDate today,
            ReportTerm term,
            ReportSuggestions offered,
            @Nullable Restated earlier) {
        ReportPhrases wording = new ReportPhrases(results.period(), installation, term);
        String matter = "kết quả tiếp nhận hồ sơ trực tuyến " + wording.periodName();
        return new ReportText(
                Letterhead.of(installation, today),
                "BÁO CÁO",
                "Kết quả tiếp nhận hồ sơ trực tuyến " + wording.periodName() + " trên địa bàn " + wording.district(),
                notices(results, wording, earlier),
                Grounds.of(results.district(), wording),
                wording.committee() + " báo cáo " + matter + " như sau:",
                List.of(
                        new DistrictSection(results, wording).write(),
                        new UnitsSection(results, wording).write(),
                        new ShortcomingsSection(results, wording)
                                .write(offered.explanations(), earlier == null ? List.of() : earlier.sentences()),
                        SolutionsSection.write(wording, offered.tasks())),
                "Trên đây là Báo cáo " + matter + " của " + wording.committee() + "./.",
                Signature.of(installation),
                new AnnexWriter(results, wording).write(today),
                results.demonstration() ? DEMONSTRATION : "");
    }

    public boolean demonstration() {
        return !warning.isEmpty();
    }

    private static List<String> notices(YearResults results, ReportPhrases wording, @Nullable Restated earlier) {
        List<String> notices = new ArrayList<>();
        if (wording.part()) {
            notices.add("(Kỳ báo cáo " + wording.days() + ")");
        }
        if (results.demonstration()) {
            notices.add(DEMONSTRATION + " - không phải số liệu chính thức");
        }
        if (results.provisional()) {
            notices.add("(Số liệu sơ bộ: " + String.join("; ", ProvisionalReasons.reasons(results)) + ")");
        }
        if (earlier != null && earlier.replaced()) {
            notices.add("(Thay thế " + earlier.named() + ")");
        }
        return notices;
    }

    /**
     * The same text as it is issued: no draft any more.
     *
     * @param provisionalReason why it is issued although its figures are provisional, null if they are final
     * @param replacement which report it takes the place of, and why; null if of none
     */
    public ReportText issued(@Nullable String provisionalReason, @Nullable Replacement replacement) {
        List<String> said = new ArrayList<>(notices);
        if (provisionalReason != null) {
            said.add("(Lý do phát hành khi số liệu còn sơ bộ: " + provisionalReason + ")");
        }
        return new ReportText(
                letterhead.issued(),
                title,
                subject,
                said,
                grounds,
                replacement == null ? opening : replacement.sentence() + " " + opening,
                sections,
                closing,
                signature,
                annex,
                warning);
    }
}
