package vn.hoso.extracts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hoso.extracts.ExtractReplacements;
import vn.hoso.extracts.ExtractReplacements.Replaced;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** Says what counting a list would put out of force or count a second time. */
@Component
class ReplacedFacts {

    private final PageMessages messages;

    ReplacedFacts(PageMessages messages) {
        this.messages = messages;
    }

    /** What a list would replace or count twice: what has to be confirmed, and all of it. */
    record Replacing(boolean asked, boolean confirmed, String mark, List<String> heeded, List<String> all) {}

    Replacing of(Replaced replaced) {
        List<String> heeded = new ArrayList<>(replaced.rows().stream()
                .filter(ExtractReplacements.Row::fewer)
                .map(this::row)
                .toList());
        replaced.absent()
                .forEach(each -> heeded.add(messages.of(
                        "extracts.replaced.absent", each.unit().name(), Formats.month(each.month()), old(each.old()))));
        if (!replaced.moved().isEmpty()) {
            heeded.add(messages.of("extracts.replaced.twice", Formats.count(replaced.movedAll())));
        }
        replaced.moved()
                .forEach(each -> heeded.add(messages.of(
                        "extracts.replaced.moved",
                        each.code(),
                        String.valueOf(each.row()),
                        each.unit(),
                        Formats.month(each.month()))));
        return new Replacing(
                replaced.asked(),
                replaced.confirmed(),
                replaced.mark(),
                heeded,
                replaced.rows().stream().map(this::row).toList());
    }

    private String row(ExtractReplacements.Row row) {
        return Stream.of(
                        messages.of(
                                "extracts.replaced.row",
                                row.unit().name(),
                                Formats.month(row.month()),
                                Formats.count(row.dossiers()),
                                Formats.date(row.firstDay()),
                                Formats.date(row.lastDay())),
                        row.old() == null
                                ? messages.of("extracts.replaced.none")
                                : messages.of("extracts.replaced.old", old(row.old())),
                        row.old() != null && row.old().firstDay() != null
                                ? messages.of(
                                        "extracts.replaced.named",
                                        Formats.count(row.named()),
                                        Formats.count(row.old().named()))
                                : "",
                        row.stored() > row.dossiers()
                                ? messages.of("extracts.replaced.stored", Formats.count(row.stored()))
                                : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String old(ExtractReplacements.InForce old) {
        String name = messages.of(
                "extracts.replaced.list", old.name(), Formats.time(old.appliedAt()), Formats.count(old.dossiers()));
        return old.firstDay() == null || old.lastDay() == null
                ? name
                : name
                        + messages.of(
                                "extracts.replaced.days", Formats.date(old.firstDay()), Formats.date(old.lastDay()));
    }
}
