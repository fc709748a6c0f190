package vn.hoso.reports.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.hoso.reports.Letters;
import vn.hoso.reports.Letters.KeptLetter;
import vn.hoso.reports.Letters.Kind;
import vn.hoso.reports.Letters.Shape;
import vn.hoso.reports.files.DocumentView;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayViewWholeDistrict;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;

/** The letters that were kept, and their files. */
@Controller
class KeptLetterController {

    private final Letters letters;

    KeptLetterController(Letters letters) {
        this.letters = letters;
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
    String show(@PathVariable long id, Model model) {
        KeptLetter letter = letters.one(id);
        model.addAttribute("letter", Row.of(letter));
        model.addAttribute("hash", letter.sha256());
        model.addAttribute(
                "copies",
                letters.copies(letter).stream()
                        .map(copy ->
                                new Shown(copy.unit() == null ? "" : copy.unit(), DocumentView.onPage(copy.text())))
                        .toList());
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
