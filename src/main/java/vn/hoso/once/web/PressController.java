package vn.hoso.once.web;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.hoso.once.Presses;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;

/** Tells whoever lost the answer to a press whether it was stored. */
@Controller
class PressController {

    private final Presses presses;
    private final MessageSource messages;

    PressController(Presses presses, MessageSource messages) {
        this.presses = presses;
        this.messages = messages;
    }

    /**
     * What became of a press.
     *
     * @param stored whether it has changed something
     * @param partly whether a part of what was typed was refused
     * @param told the same in a sentence
     */
    record Answer(boolean stored, boolean partly, String told) {}

    @MayView
    @GetMapping("/once/{key}")
    @ResponseBody
    Answer stored(@PathVariable String key, @AuthenticationPrincipal CurrentUser reader) {
        return presses.find(key, reader)
                .map(before -> new Answer(
                        true,
                        before.partly(),
                        text(before.partly() ? "once.stored.partly" : "once.stored", Formats.time(before.at()))))
                .orElseGet(() -> new Answer(false, false, text("once.not-stored")));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Language.ofReader());
    }
}
