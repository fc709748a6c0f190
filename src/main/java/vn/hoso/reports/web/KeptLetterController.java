package vn.hoso.reports.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.presentation.PageSteps;
import vn.hoso.reports.Letters;
import vn.hoso.reports.Letters.KeptLetter;
import vn.hoso.reports.Letters.Kind;
import vn.hoso.reports.Letters.Shape;
import vn.hoso.reports.files.DocumentView;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** The letters that were kept, and their files. */
@Controller
class KeptLetterController {

    private final Letters letters;
    private final PageMessages wording;

    KeptLetterController(Letters letters, PageMessages wording) {
        this.letters = letters;
        this.wording = wording;
    }

    /**
     * A kept letter as pages list it.
     *
     * @param recipient the unit it is written to, empty for several
     * @param units how many they are
     * @param each whether each of them has a letter of its own
     */
    record Row(String id, String subject, String recipient, String units, boolean each, String by, String at) {

        static Row of(KeptLetter letter) {
            return new Row(
                    String.valueOf(letter.id()),
                    letter.subject(),
                    letter.recipient() == null ? "" : letter.recipient(),
                    Formats.count(letter.recipients()),
                    letter.shape() == Shape.EACH,
                    letter.writtenByName(),
                    Formats.time(letter.writtenAt()));
        }
    }

    /** One of the letters written together, as it prints. */
    record Shown(String unit, DocumentView document) {}

    @GetMapping("/letters")
    @MayViewWholeDistrict
    String list(@AuthenticationPrincipal CurrentUser reader, Model model) {
        List<Row> rows = letters.findLatest().stream().map(Row::of).toList();
        model.addAttribute("letters", rows);
        model.addAttribute("mayWrite", reader.is(Role.REVIEWER));
        model.addAttribute("most", rows.size() < Letters.LISTED ? null : Formats.count(Letters.LISTED));
        return "reports/letters";
    }

    @GetMapping("/letters/{id}")
    @MayViewWholeDistrict
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        KeptLetter letter = letters.one(id);
        List<Letters.Copy> copies = letters.copies(letter);
        boolean each = letter.shape() == Shape.EACH;
        List<Shown> shown = (each ? PageSteps.part(copies, page) : copies)
                .stream()
                        .map(copy -> new Shown(
                                copy.unit() == null ? "" : copy.unit(), DocumentView.onPage(copy.text(), page)))
                        .toList();
        int units = each ? copies.size() : shown.get(0).document().units();
        model.addAttribute("letter", Row.of(letter));
        model.addAttribute("hash", letter.sha256());
        model.addAttribute("copies", shown);
        model.addAttribute(
                "pages", PageSteps.around(units, page, number -> "/letters/" + id + "?page=" + number, wording));
        return "reports/kept-letter";
    }

    @GetMapping("/letters/{id}/letter.docx")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> document(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        return ReportDownloadController.attached(letters.take(letters.one(id), Kind.DOCX, reader));
    }

    @GetMapping("/letters/{id}/letter.pdf")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> pdf(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        return ReportDownloadController.attached(letters.take(letters.one(id), Kind.PDF, reader));
    }

    @GetMapping("/letters/{id}/letters.zip")
    @MayViewWholeDistrict
    ResponseEntity<byte[]> all(@PathVariable long id, @AuthenticationPrincipal CurrentUser reader) {
        return ReportDownloadController.attached(letters.take(letters.one(id), Kind.ZIP, reader));
    }
}
