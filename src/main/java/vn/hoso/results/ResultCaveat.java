package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.targets.Target;

/** Something in the figures that a reader must know before relying on them; shown unprompted. */
public sealed interface ResultCaveat {

    /**
     * Reported online dossiers that are neither full-process nor partial.
     *
     * @param dossiers how many; negative if the reported total is below the sum of its parts
     * @param reported the reported online total
     * @param classified full-process plus partial
     */
    record Unclassified(long dossiers, long reported, long classified) implements ResultCaveat {}

    /** Units that have not reported a month. */
    record NotReported(YearMonth month, int units, List<String> unitNames) implements ResultCaveat {}

    /** Returns that are counted although nobody approved them yet. */
    record NotApproved(int returns) implements ResultCaveat {}

    /**
     * Months before the office's first one without figures: the period is not the whole of what it names.
     *
     * @param from the first of them
     * @param to the last of them
     * @param months how many
     */
    record BeforeUse(YearMonth from, YearMonth to, int months) implements ResultCaveat {

        /** Whether a period that begins with this month begins with all of them: no month with figures lies between. */
        public boolean opens(YearMonth first) {
            return from.equals(first) && from.plusMonths(months - 1L).equals(to);
        }
    }

    /**
     * Months of a part of a year whose returns are not expected yet: the period is not over.
     *
     * @param from the first of them
     * @param to the last of them
     * @param months how many
     */
    record NotYetDue(YearMonth from, YearMonth to, int months) implements ResultCaveat {}

    /** Months of the year that hold no figures at all. */
    record MonthsWithoutFigures(YearMonth from, YearMonth to) implements ResultCaveat {}

    /**
     * The published totals and the sum of the months disagree; both are shown, none is corrected.
     *
     * @param classes the classes that disagree where the totals of all dossiers agree; else empty
     */
    record PublishedDiffers(
            long publishedOnline,
            long summedOnline,
            long publishedReceived,
            long summedReceived,
            List<ClassDiffers> classes)
            implements ResultCaveat {

        public PublishedDiffers {
            // Reports that were frozen before classes were told name none.
            classes = classes == null ? List.of() : List.copyOf(classes);
        }

        static PublishedDiffers of(Counts published, Counts summed) {
            boolean sameTotals = published.onlineTotal() == summed.onlineTotal()
                    && published.dossiersReceived() == summed.dossiersReceived();
            return new PublishedDiffers(
                    published.onlineTotal(),
                    summed.onlineTotal(),
                    published.dossiersReceived(),
                    summed.dossiersReceived(),
                    sameTotals
                            ? Stream.of(
                                            new ClassDiffers(
                                                    Indicator.FULL_PROCESS,
                                                    published.fullProcessOnline(),
                                                    published.fullProcessReceived(),
                                                    summed.fullProcessOnline(),
                                                    summed.fullProcessReceived()),
                                            new ClassDiffers(
                                                    Indicator.PARTIAL,
                                                    published.partialOnline(),
                                                    published.partialReceived(),
                                                    summed.partialOnline(),
                                                    summed.partialReceived()))
                                    .filter(ClassDiffers::disagrees)
                                    .toList()
                            : List.of());
        }
    }

    /**
     * One class of dossiers as published and as the months add up.
     *
     * @param indicator FULL_PROCESS or PARTIAL
     */
    record ClassDiffers(
            Indicator indicator, long publishedOnline, long publishedReceived, long summedOnline, long summedReceived) {

        private boolean disagrees() {
            return publishedOnline != summedOnline || publishedReceived != summedReceived;
        }
    }

    /** A suggested verdict that nobody has confirmed. */
    record AwaitsConfirmation(Target target) implements ResultCaveat {}
}
