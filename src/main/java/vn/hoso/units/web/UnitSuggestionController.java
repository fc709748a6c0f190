package vn.hoso.units.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UnitOptions.Option;
import vn.hoso.shared.UserText;
import vn.hoso.units.Units;

/** What a field that asks for one of many units suggests while it is typed into. */
@Controller
class UnitSuggestionController {

    private final Units units;

    UnitSuggestionController(Units units) {
        this.units = units;
    }

    /**
     * The first units of the days that the reader may see and that a text may mean, as the field takes them.
     *
     * @param q a part of a code or name
     */
    @MayView
    @GetMapping(path = "/units/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<String> suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @AuthenticationPrincipal CurrentUser reader) {
        String text = UserText.kept(q);
        boolean backwards = from != null && until != null && until.isBefore(from);
        if (text.isEmpty() || text.length() > UnitField.LONGEST || backwards) {
            return List.of();
        }
        return units.matching(text, from, until, reader, UnitOptions.OFFERED).stream()
                .map(each -> Option.words(each.name(), each.code()))
                .toList();
    }
}
