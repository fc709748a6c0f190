package vn.hoso.dashboard.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultCaveat;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** Puts what a reader must know first into sentences. */
final class DashboardCaveatMessages {

    /** On paper, which is one sheet, more units than these are counted by month instead of named. */
    static final int NAMED_ON_PAPER = 8;

    private final PageMessages wording;

    DashboardCaveatMessages(PageMessages wording) {
        this.wording = wording;
    }

    /** The sentences as the one printed sheet has room for: however many units are missing, few lines. */
    List<String> onPaper(List<ResultCaveat> items) {
        List<ResultCaveat.NotReported> missing = items.stream()
                .filter(ResultCaveat.NotReported.class::isInstance)
                .map(ResultCaveat.NotReported.class::cast)
                .toList();
        if (missing.stream().mapToInt(ResultCaveat.NotReported::units).sum() <= NAMED_ON_PAPER) {
            return items.stream().map(this::of).toList();
        }
        Stream<String> others = items.stream()
                .filter(item -> !(item instanceof ResultCaveat.NotReported))
                .map(this::of);
        return Stream.concat(Stream.of(counted(missing)), others).toList();
    }

    private String counted(List<ResultCaveat.NotReported> missing) {
        int returns = missing.stream().mapToInt(ResultCaveat.NotReported::units).sum();
        List<String> months = missing.stream()
                .map(each -> wording.of(
                        "dashboard.open.not-reported.month", Formats.month(each.month()), Formats.count(each.units())))
                .toList();
        return wording.of("dashboard.open.not-reported.paper", Formats.count(returns), wording.list(months));
    }

    /**
     * A sentence on the screen.
     *
     * @param trace where the dossiers it names come from, null where it names none
     */
    record Line(String text, @Nullable String trace) {}

    Line line(ResultCaveat item, String trace) {
        boolean dossiers = item instanceof ResultCaveat.Unclassified || item instanceof ResultCaveat.PublishedDiffers;
        return new Line(of(item), dossiers ? trace : null);
    }

    String of(ResultCaveat item) {
        if (item instanceof ResultCaveat.Unclassified it) {
            return unclassified(it);
        }
        if (item instanceof ResultCaveat.NotReported it) {
            return notReported(it);
        }
        if (item instanceof ResultCaveat.NotApproved it) {
            return wording.of("dashboard.open.not-approved", Formats.count(it.returns()));
        }
        if (item instanceof ResultCaveat.BeforeUse it) {
            return wording.of(
                    "dashboard.open.before-use",
                    Formats.count(it.months()),
                    Formats.month(it.from()),
                    Formats.month(it.to()));
        }
        if (item instanceof ResultCaveat.NotYetDue it) {
            return wording.of(
                    "dashboard.open.not-yet-due",
                    Formats.count(it.months()),
                    Formats.month(it.from()),
                    Formats.month(it.to()));
        }
        if (item instanceof ResultCaveat.MonthsWithoutFigures it) {
            return monthsWithoutFigures(it);
        }
        if (item instanceof ResultCaveat.PublishedDiffers it) {
            return publishedDiffers(it);
        }
        if (item instanceof ResultCaveat.AwaitsConfirmation it) {
            return wording.of(
                    "dashboard.open.awaits-confirmation",
                    it.target().code(),
                    it.target().label());
        }
        throw new IllegalArgumentException("open item " + item);
    }

    private String unclassified(ResultCaveat.Unclassified item) {
        String key = item.dossiers() < 0 ? "dashboard.open.overclassified" : "dashboard.open.unclassified";
        return wording.of(
                key,
                Formats.count(Math.abs(item.dossiers())),
                Formats.count(item.reported()),
                Formats.count(item.classified()));
    }

    private String notReported(ResultCaveat.NotReported item) {
        String month = Formats.month(item.month());
        String units = Formats.count(item.units());
        List<String> names = item.unitNames();
        if (names.isEmpty()) {
            return wording.of("dashboard.open.not-reported.count", month, units);
        }
        int unnamed = item.units() - names.size();
        String listed = wording.list(names);
        return unnamed <= 0
                ? wording.of("dashboard.open.not-reported", month, units, listed)
                : wording.of("dashboard.open.not-reported.more", month, units, listed, Formats.count(unnamed));
    }

    private String monthsWithoutFigures(ResultCaveat.MonthsWithoutFigures item) {
        return item.from().equals(item.to())
                ? wording.of("dashboard.open.month-without-figures", Formats.month(item.from()))
                : wording.of(
                        "dashboard.open.months-without-figures", Formats.month(item.from()), Formats.month(item.to()));
    }

    private String publishedDiffers(ResultCaveat.PublishedDiffers item) {
        if (!item.classes().isEmpty()) {
            return wording.of(
                    "dashboard.open.published-differs.classes",
                    Formats.count(item.publishedOnline()) + "/" + Formats.count(item.publishedReceived()),
                    wording.list(item.classes().stream().map(this::classDiffers).toList()));
        }
        return wording.of(
                "dashboard.open.published-differs",
                Formats.count(item.publishedOnline()) + "/" + Formats.count(item.publishedReceived()),
                Formats.count(item.summedOnline()) + "/" + Formats.count(item.summedReceived()));
    }

    private String classDiffers(ResultCaveat.ClassDiffers item) {
        return wording.of(
                item.indicator().equals(Indicator.FULL_PROCESS)
                        ? "dashboard.open.published-differs.full-process"
                        : "dashboard.open.published-differs.partial",
                Formats.count(item.publishedOnline()) + "/" + Formats.count(item.publishedReceived()),
                Formats.count(item.summedOnline()) + "/" + Formats.count(item.summedReceived()));
    }
}
