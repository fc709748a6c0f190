package vn.hoso.dashboard.web;

import java.util.List;
import vn.hoso.results.OpenItem;
import vn.hoso.shared.Formats;

/** Puts what a reader must know first into sentences. */
final class OpenItemTexts {

    private final Wording wording;

    OpenItemTexts(Wording wording) {
        this.wording = wording;
    }

    String of(OpenItem item) {
        if (item instanceof OpenItem.Unclassified it) {
            return unclassified(it);
        }
        if (item instanceof OpenItem.NotReported it) {
            return notReported(it);
        }
        if (item instanceof OpenItem.NotApproved it) {
            return wording.of("dashboard.open.not-approved", Formats.count(it.returns()));
        }
        if (item instanceof OpenItem.MonthsWithoutFigures it) {
            return monthsWithoutFigures(it);
        }
        if (item instanceof OpenItem.PublishedDiffers it) {
            return publishedDiffers(it);
        }
        if (item instanceof OpenItem.AwaitsConfirmation it) {
            return wording.of(
                    "dashboard.open.awaits-confirmation",
                    it.target().code(),
                    it.target().label());
        }
        throw new IllegalArgumentException("open item " + item);
    }

    private String unclassified(OpenItem.Unclassified item) {
        String key = item.dossiers() < 0 ? "dashboard.open.overclassified" : "dashboard.open.unclassified";
        return wording.of(
                key,
                Formats.count(Math.abs(item.dossiers())),
                Formats.count(item.reported()),
                Formats.count(item.classified()));
    }

    private String notReported(OpenItem.NotReported item) {
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

    private String monthsWithoutFigures(OpenItem.MonthsWithoutFigures item) {
        return item.from().equals(item.to())
                ? wording.of("dashboard.open.month-without-figures", Formats.month(item.from()))
                : wording.of(
                        "dashboard.open.months-without-figures", Formats.month(item.from()), Formats.month(item.to()));
    }

    private String publishedDiffers(OpenItem.PublishedDiffers item) {
        return wording.of(
                "dashboard.open.published-differs",
                Formats.count(item.publishedOnline()) + "/" + Formats.count(item.publishedReceived()),
                Formats.count(item.summedOnline()) + "/" + Formats.count(item.summedReceived()));
    }
}
