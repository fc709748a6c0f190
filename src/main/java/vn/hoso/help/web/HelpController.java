package vn.hoso.help.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.help.Guide;
import vn.hoso.help.GuidePdf;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.ForAnyone;
import vn.hoso.shared.Language;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** The guide's contents and its chapters: nothing of any office, so that somebody who cannot sign in reads it too. */
@Controller
class HelpController {

    private final Guide guide;
    private final GuidePdf pdf;

    HelpController(Guide guide, GuidePdf pdf) {
        this.guide = guide;
        this.pdf = pdf;
    }

    @ForAnyone
    @GetMapping("/help")
    String contents(
            @RequestParam(name = "q", defaultValue = "") String words,
            @AuthenticationPrincipal @Nullable CurrentUser reader,
            Model model) {
        String asked = UserText.shortened(words);
        model.addAttribute("words", asked);
        model.addAttribute("found", guide.search(asked, Language.ofReader()));
        model.addAttribute("parts", Guide.Part.values());
        model.addAttribute("role", reader == null ? null : reader.role());
        model.addAttribute("chapters", guide.chapters(Language.ofReader()));
        return "help/contents";
    }

    @ForAnyone
    @GetMapping("/help/guide.pdf")
    ResponseEntity<byte[]> paper() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"huong-dan-su-dung.pdf\"")
                .body(pdf.in(Language.ofReader()));
    }

    @ForAnyone
    @GetMapping("/help/{chapter}")
    String chapter(@PathVariable String chapter, Model model) {
        model.addAttribute(
                "chapter",
                guide.find(chapter, Language.ofReader())
                        .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "help.refused.chapter")));
        model.addAttribute("parts", Guide.Part.values());
        model.addAttribute("chapters", guide.chapters(Language.ofReader()));
        return "help/chapter";
    }
}
