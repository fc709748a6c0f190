package vn.hoso.procedures.web;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.ProcedureCatalogue;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayView;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** The catalogue of procedures: everybody reads it. */
@Controller
class ProceduresController {

    private static final String PAGE = "/procedures";
    private static final int ROWS = 200;
    private static final int LONGEST = 100;

    private final ProcedureCatalogue catalogue;
    private final PageMessages messages;
    private final ProcedureMessages words;
    private final Clock clock;

    ProceduresController(ProcedureCatalogue catalogue, PageMessages messages, Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        words = new ProcedureMessages(messages);
        this.clock = clock;
    }

    /** The order of the list. */
    enum Sort {
        CODE,
        NAME,
        FIELD
    }

    /** A procedure of the list. */
    record Line(long id, String code, String name, String field, String offered) {}

    @MayView
    @GetMapping("/procedures")
    String show(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ServiceClass only,
            @RequestParam(required = false) @Nullable Sort sort,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal CurrentUser reader,
            Model model) {
        String typed = Objects.requireNonNullElse(q, "").strip();
        String text = typed.substring(0, Math.min(LONGEST, typed.length()));
        String part = ServiceClass.folded(text);
        LocalDate today = LocalDate.now(clock);
        List<Procedure> all = catalogue.all();
        List<Procedure> shown = all.stream()
                .filter(each -> part.isEmpty()
                        || ServiceClass.folded(each.name()).contains(part)
                        || each.code().contains(text)
                        || ServiceClass.folded(Objects.requireNonNullElse(each.field(), ""))
                                .contains(part))
                .filter(each ->
                        only == null || each.on(today).filter(only::equals).isPresent())
                .sorted(order(sort))
                .toList();
        int pages = Math.max(1, (shown.size() + ROWS - 1) / ROWS);
        int at = Math.min(Math.max(1, page), pages);
        model.addAttribute(
                "lines",
                shown.stream()
                        .skip((long) (at - 1) * ROWS)
                        .limit(ROWS)
                        .map(each -> line(each, today))
                        .toList());
        model.addAttribute("q", text);
        model.addAttribute("shown", Formats.count(shown.size()));
        model.addAttribute("all", Formats.count(all.size()));
        model.addAttribute("before", at > 1 ? address(text, only, sort, at - 1) : null);
        model.addAttribute("next", at < pages ? address(text, only, sort, at + 1) : null);
        model.addAttribute("onlys", words.classes(only == null ? "" : only.name(), "procedures.only.all"));
        model.addAttribute(
                "sorts",
                Arrays.stream(Sort.values())
                        .map(each -> new ProcedureMessages.Choice(
                                each.name(),
                                messages.of("procedures.sort." + each),
                                each == Objects.requireNonNullElse(sort, Sort.CODE)))
                        .toList());
        model.addAttribute("office", reader.is(Role.REVIEWER));
        return "procedures/procedures";
    }

    private static Comparator<Procedure> order(@Nullable Sort sort) {
        Comparator<Object> words = Collator.getInstance(Locale.forLanguageTag("vi"));
        Comparator<Procedure> byName = Comparator.comparing(Procedure::name, words);
        return switch (Objects.requireNonNullElse(sort, Sort.CODE)) {
            case CODE -> Comparator.comparing(Procedure::code);
            case NAME -> byName;
            case FIELD ->
                Comparator.comparing((Procedure each) -> Objects.requireNonNullElse(each.field(), "\uffff"), words)
                        .thenComparing(byName);
        };
    }

    private static String address(String q, @Nullable ServiceClass only, @Nullable Sort sort, int page) {
        return UriComponentsBuilder.fromPath(PAGE)
                .queryParam("q", "{q}")
                .queryParam("only", only == null ? "" : only.name())
                .queryParam("sort", sort == null ? "" : sort.name())
                .queryParam("page", page)
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    private Line line(Procedure each, LocalDate today) {
        return new Line(
                each.id(),
                each.coded() ? each.code() : "–",
                each.name(),
                Objects.requireNonNullElse(each.field(), "–"),
                each.classes().stream()
                        .filter(from -> !from.from().isAfter(today))
                        .reduce((earlier, later) -> later)
                        .or(() -> each.classes().stream().findFirst())
                        .map(words::offered)
                        .orElseGet(() -> messages.of("procedures.class.none")));
    }
}
