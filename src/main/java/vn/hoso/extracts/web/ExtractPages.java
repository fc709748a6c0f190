package vn.hoso.extracts.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.extracts.ExtractClasses;
import vn.hoso.extracts.ExtractFile;
import vn.hoso.extracts.ExtractPreview;
import vn.hoso.extracts.ExtractQueries;
import vn.hoso.extracts.reading.Channel;
import vn.hoso.extracts.reading.DossierColumn;
import vn.hoso.extracts.web.ExtractFacts.Asked;
import vn.hoso.extracts.web.ExtractForms.AnswersForm;
import vn.hoso.extracts.web.ExtractForms.UploadForm;
import vn.hoso.imports.CountedPages;
import vn.hoso.imports.ImportReasons;
import vn.hoso.procedures.ServiceClass;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UnitOptions.Option;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Units;

/** Fills the pages of lists of dossiers. */
@Component
class ExtractPages {

    private final ExtractQueries queries;
    private final CountedPages figures;
    private final AppliedCounts applied;
    private final ReplacedFacts replacements;
    private final Units units;
    private final EntryWindows windows;
    private final MessageSource messages;

    ExtractPages(
            ExtractQueries queries,
            CountedPages figures,
            AppliedCounts applied,
            ReplacedFacts replacements,
            Units units,
            EntryWindows windows,
            MessageSource messages) {
        this.queries = queries;
        this.figures = figures;
        this.applied = applied;
        this.replacements = replacements;
        this.units = units;
        this.windows = windows;
        this.messages = messages;
    }

    /** A list among those brought. */
    record Line(long id, String name, String brought, String rows, String state) {}

    /** Something to choose. */
    record Choice(String value, String name) {}

    /** A month of a list. */
    record Month(
            String address, String name, String dossiers, String from, String to, boolean counted, boolean countable) {}

    /** A procedure whose class differs from the catalogue's. */
    record Difference(String code, String name, String own, String catalogue, String dossiers) {}

    String text(String key, Object... named) {
        return messages.getMessage(key, named, Language.ofReader());
    }

    String outcome(String kept) {
        return figures.outcome(kept);
    }

    /** The page where lists are brought. */
    String list(
            CurrentUser reader,
            @Nullable UserFacingException refused,
            @Nullable HeadingView heading,
            UploadForm form,
            Model model) {
        ExtractQueries.Shown shown = queries.latest(reader);
        model.addAttribute("files", shown.files().stream().map(this::line).toList());
        model.addAttribute(
                "moreFiles",
                shown.all() == shown.files().size()
                        ? null
                        : text("extracts.list.more", Formats.count(shown.files().size()), Formats.count(shown.all())));
        model.addAttribute("problem", refused == null ? null : text(refused.messageKey(), refused.args()));
        model.addAttribute("upload", form);
        model.addAttribute("unit", unit(form, reader));
        model.addAttribute("heading", heading);
        model.addAttribute(
                "kinds", Arrays.stream(DossierColumn.values()).map(Enum::name).toList());
        return "extracts/extracts";
    }

    /** Where the unit of a list is chosen. */
    UnitField unit(UploadForm form, CurrentUser reader) {
        LocalDate from = windows.today().earliest().atDay(1);
        return form.field(new UnitOptions(
                units.since(from).stream()
                        .filter(unit -> reader.mayEnter(unit.id()))
                        .map(this::option)
                        .toList(),
                from,
                null));
    }

    private Option option(Units.Lasting unit) {
        return unit.option(ended -> text("extracts.unit.ended", unit.name(), ended));
    }

    private Line line(ExtractFile file) {
        return new Line(
                file.id(),
                file.name(),
                text("imports.brought", file.broughtByName(), Formats.time(file.broughtAt())),
                Formats.count(file.rows()),
                state(file));
    }

    private String state(ExtractFile file) {
        return file.appliedAt() == null
                ? text("extracts.state." + file.state())
                : text(
                        "extracts.state.APPLIED",
                        Formats.time(file.appliedAt()),
                        Objects.requireNonNullElse(file.appliedByName(), "–"));
    }

    /** The page of a list. */
    String preview(
            ExtractPreview preview, @Nullable String alert, ImportReasons reasons, CurrentUser reader, Model model) {
        ExtractFile file = preview.file();
        ExtractClasses classes = preview.counting().classes();
        ExtractFacts facts = new ExtractFacts(messages);
        model.addAttribute("counted", figures.page(preview.figures(), alert, reasons, reader));
        model.addAttribute("file", file);
        model.addAttribute("alert", alert);
        model.addAttribute("ready", preview.ready());
        model.addAttribute("describable", file.reading().signature() != null);
        model.addAttribute("waiting", file.state() == ExtractFile.State.READ);
        model.addAttribute("state", state(file));
        model.addAttribute("facts", facts.of(preview, file.appliedAt() == null ? null : queries.uncounted(file.id())));
        model.addAttribute("replaced", replacements.of(preview.replaced()));
        model.addAttribute(
                "months",
                preview.months().stream()
                        .map(each -> new Month(
                                each.month().toString(),
                                Formats.month(each.month()),
                                Formats.count(each.dossiers()),
                                Formats.date(
                                        preview.counting().days(each.month()).first()),
                                Formats.date(
                                        preview.counting().days(each.month()).last()),
                                each.counted(),
                                each.countable()))
                        .toList());
        model.addAttribute("withoutUnit", withoutUnit(preview));
        model.addAttribute("outside", facts.outside(preview));
        model.addAttribute("repeated", facts.repeated(preview));
        model.addAttribute("sameCodes", facts.sameCodes(preview));
        model.addAttribute("sameCode", file.answers().sameCode());
        Map<String, List<Asked>> answered = ExtractAnswers.of(preview, this::text);
        List<Asked> names = ExtractFacts.asked(preview.counting().units().unknown());
        UnitOptions units = ExtractAnswers.options(preview);
        model.addAllAttributes(answered);
        model.addAttribute("names", names);
        model.addAttribute(
                "unitFields",
                ExtractAnswers.fields(
                        units,
                        Stream.of(names, answered.getOrDefault("answeredNames", List.of()))
                                .flatMap(List::stream)
                                .toList(),
                        model.getAttribute("answersForm") instanceof AnswersForm form ? form : null));
        model.addAttribute("words", ExtractFacts.asked(preview.counting().unknownChannels()));
        model.addAttribute("levels", ExtractFacts.asked(classes.unknownWords()));
        model.addAttribute("procedures", facts.procedures(classes.unknownProcedures()));
        model.addAttribute(
                "units",
                units.listed().stream()
                        .map(unit -> new Choice(String.valueOf(unit.id()), unit.label()))
                        .toList());
        model.addAttribute("channels", choices(Channel.values(), "extracts.channel."));
        model.addAttribute("classes", choices(ServiceClass.values(), "procedures.class."));
        model.addAttribute(
                "differences",
                classes.differences().stream()
                        .map(each -> new Difference(
                                each.code(),
                                each.name(),
                                text("procedures.class." + each.own()),
                                text("procedures.class." + each.catalogue()),
                                Formats.count(each.dossiers())))
                        .toList());
        model.addAttribute(
                "uncatalogued",
                reader.is(Role.REVIEWER) && file.state() == ExtractFile.State.READ
                        ? facts.procedures(classes.uncatalogued().stream()
                                .filter(each -> each.serviceClass() != null)
                                .toList())
                        : List.of());
        applied.show(file, reader, model);
        return "extracts/extract";
    }

    /** Months in which the unit of a list did not exist. */
    private List<String> withoutUnit(ExtractPreview preview) {
        SortedMap<YearMonth, Integer> without = preview.counting().units().without();
        if (without.isEmpty()) {
            return List.of();
        }
        String unit = units.since(windows.today().earliest().atDay(1)).stream()
                .filter(each -> Objects.equals(each.id(), preview.file().unitId()))
                .map(each -> option(each).label())
                .findFirst()
                .orElse("–");
        return without.entrySet().stream()
                .map(each -> text(
                        "extracts.month.without-unit",
                        unit,
                        Formats.month(each.getKey()),
                        Formats.count(each.getValue())))
                .toList();
    }

    private List<Choice> choices(Enum<?>[] values, String prefix) {
        return Arrays.stream(values)
                .map(each -> new Choice(each.name(), text(prefix + each.name())))
                .toList();
    }
}
