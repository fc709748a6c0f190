package vn.hoso.reconciliation.web;

import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.organisation.Organisations;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.reconciliation.Difference.Statement;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** What pages call figures, sources, people and states. */
@Component
class DifferenceMessages {

    private final Organisations organisations;
    private final PageMessages wording;

    DifferenceMessages(Organisations organisations, PageMessages wording) {
        this.organisations = organisations;
        this.wording = wording;
    }

    /**
     * Whose figure it is.
     *
     * @param name what the unit was called then, or is called; null for the whole
     */
    String unit(ComparedFigure figure, @Nullable String name, CountedDays counted) {
        return figure.unitId() == null || name == null ? whole(counted.ofReturns(figure)) : name;
    }

    /** All units together, as the organisation of a period's last day calls them. */
    String whole(ReportingPeriod period) {
        return organisations.at(period.lastDay()).total();
    }

    /** What all units together were ever called, and are. */
    String wholes() {
        return organisations.all().stream()
                .map(each -> each.organisation().total())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    String period(ComparedFigure figure) {
        return figure.month() == null
                ? wording.of("reconciliation.year", figure.period())
                : Formats.month(figure.month());
    }

    /** The days beside a difference's period, where they are no civil months or where its values count different ones; else null. */
    @Nullable
    String days(Difference difference, CountedDays counted) {
        String own = days(counted.ofReturns(difference.figure()));
        ReportingPeriod published = counted.publishedBesideOthers(difference);
        if (published == null) {
            return own;
        }
        String other = wording.of(
                "reconciliation.days.published", Formats.date(published.firstDay()), Formats.date(published.lastDay()));
        return own == null ? other : own + "; " + other;
    }

    /** The days of returns with their calendar, where they are no civil months; else null. */
    @Nullable
    String days(ReportingPeriod period) {
        return civil(period)
                ? null
                : wording.of(
                        "reconciliation.days",
                        Formats.date(period.firstDay()),
                        Formats.date(period.lastDay()),
                        wording.of("dashboard.calendar."
                                + (period.mixed() == null ? period.calendar().name() : "mixed")));
    }

    /** Where a value comes from, with its days where they are no civil months. */
    String origin(String origin, @Nullable ReportingPeriod period) {
        return period == null || civil(period)
                ? origin
                : wording.of(
                        "reconciliation.origin.days",
                        origin,
                        Formats.date(period.firstDay()),
                        Formats.date(period.lastDay()));
    }

    private static boolean civil(ReportingPeriod period) {
        return period.mixed() == null && period.calendar() == ReportingCalendar.CALENDAR_MONTHS;
    }

    String measure(ComparedFigure figure) {
        return wording.of("figures.measure." + figure.measure().field());
    }

    String source(ValueSource source) {
        return wording.of("reconciliation.source." + source);
    }

    /** A value of such a text, or what the return says in its place. */
    String value(String seen, Entry<ValueSource, Long> value) {
        return Difference.notApplicable(seen, value.getKey())
                ? wording.of("reconciliation.not-applicable")
                : Formats.count(value.getValue());
    }

    /** How far the values are apart; a dash where there are not two. */
    String size(Difference difference) {
        return difference.state() == Difference.State.INCOMPARABLE ? "–" : Formats.count(difference.size());
    }

    /** Values in one line: "Đã nhập 118; trích xuất 120". */
    String values(String seen) {
        StringBuilder line = new StringBuilder();
        for (Entry<ValueSource, Long> each : Difference.values(seen).entrySet()) {
            line.append(line.isEmpty() ? "" : "; ")
                    .append(source(each.getKey()))
                    .append(' ')
                    .append(value(seen, each));
        }
        return line.toString();
    }

    /** Who has to explain it, with the person asked. */
    String owner(Difference difference, String unit) {
        String owner = difference.owner() == Owner.UNIT ? unit : wording.of("reconciliation.owner.OFFICE");
        @Nullable Statement asked = difference.asked();
        return asked == null || asked.person() == null
                ? owner
                : wording.of("reconciliation.owner.person", owner, asked.person());
    }

    /** Where a total from outside stands, and who entered it when. */
    String origin(OutsideTotal total) {
        return wording.of(
                "reconciliation.origin",
                total.sourceText(),
                Formats.date(total.sourceDate()),
                total.enteredBy(),
                Formats.time(total.enteredAt()));
    }

    String say(String key, String... arguments) {
        return wording.of(key, arguments);
    }
}
