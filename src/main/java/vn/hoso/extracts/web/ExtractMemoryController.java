package vn.hoso.extracts.web;

import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.hoso.extracts.ExtractMemory;
import vn.hoso.extracts.web.ExtractForms.MemoryForm;
import vn.hoso.imports.MemoryQueries;
import vn.hoso.imports.MemoryService;
import vn.hoso.imports.RememberedAnswer;
import vn.hoso.imports.files.Columns;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Units;

/** What people said about earlier lists, by which the reader's next list is read: who said it and when; taken back here. */
@Controller
class ExtractMemoryController {

    private final ExtractMemory memory;
    private final MemoryQueries names;
    private final MemoryService nameMemory;
    private final Units units;
    private final EntryWindows windows;
    private final MessageSource messages;

    ExtractMemoryController(
            ExtractMemory memory,
            MemoryQueries names,
            MemoryService nameMemory,
            Units units,
            EntryWindows windows,
            MessageSource messages) {
        this.memory = memory;
        this.names = names;
        this.nameMemory = nameMemory;
        this.units = units;
        this.windows = windows;
        this.messages = messages;
    }

    /** An answer as the page shows it. */
    record Line(
            String kind, long id, String what, String meaning, String said, boolean withdrawable, String kindLabel) {}

    @MayEnterFigures
    @GetMapping("/extracts/memory")
    String show(@AuthenticationPrincipal CurrentUser reader, Model model) {
        Map<Long, String> unitNames = units.since(windows.today().earliest().atDay(1)).stream()
                .collect(Collectors.toMap(Units.Lasting::id, Units.Lasting::name));
        List<Line> lines = Stream.concat(
                        memory.remembered(reader).stream().map(each -> line(each, reader)),
                        names.names(reader).values().stream()
                                .sorted(Comparator.comparing(RememberedAnswer::what))
                                .map(each -> line(each, unitNames, reader)))
                .toList();
        model.addAttribute("lines", lines);
        return "extracts/memory";
    }

    @MayEnterFigures
    @PostMapping("/extracts/memory")
    String withdraw(
            @Valid @ModelAttribute MemoryForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser by,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "imports.refused.memory");
        }
        if (form.kind() == MemoryForm.Kind.NAME) {
            nameMemory.withdraw(RememberedAnswer.Kind.NAME, form.memoryId(), by);
        } else {
            memory.withdraw(form.memoryId(), by);
        }
        after.addFlashAttribute("done", text("extracts.memory.withdrawn"));
        return "redirect:/extracts/memory";
    }

    private Line line(ExtractMemory.Remembered answer, CurrentUser reader) {
        String what = "“" + answer.what() + "”";
        String meaning =
                switch (answer.kind()) {
                    case CHANNEL -> text("extracts.channel." + answer.meaning());
                    case CLASS -> text("procedures.class." + answer.meaning());
                    case COLUMNS -> {
                        what = text("extracts.memory.heading");
                        yield ExtractMemory.columns(answer.meaning()).entrySet().stream()
                                .map(each -> text("extracts.column." + each.getKey()) + " ("
                                        + Columns.letters(each.getValue()) + ")")
                                .collect(Collectors.joining(", "));
                    }
                };
        return line(
                MemoryForm.Kind.valueOf(answer.kind().name()),
                answer.id(),
                what,
                meaning,
                text("imports.brought", answer.by(), Formats.time(answer.at())),
                answer.mayWithdraw(reader));
    }

    private Line line(RememberedAnswer answer, Map<Long, String> unitNames, CurrentUser reader) {
        return line(
                MemoryForm.Kind.NAME,
                answer.id(),
                "“" + answer.what() + "”",
                answer.unitId() == null || answer.unitId() == 0
                        ? text("extracts.asked.none")
                        : unitNames.getOrDefault(answer.unitId(), text("imports.memory.other-unit")),
                text("imports.brought", answer.by(), Formats.time(answer.at())),
                answer.mayWithdraw(reader));
    }

    private Line line(MemoryForm.Kind kind, long id, String what, String meaning, String said, boolean withdrawable) {
        return new Line(
                kind.name(),
                id,
                what,
                meaning,
                said,
                withdrawable,
                text("extracts.memory.kind." + kind.name().toLowerCase(Locale.ROOT)));
    }

    private String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }
}
