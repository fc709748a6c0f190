package vn.hoso.reconciliation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.Difference.Kind;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.reconciliation.Difference.Statement;
import vn.hoso.reconciliation.OutsideTotal;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;

/**
 * A difference with all that was said about it, ready to print.
 *
 * @param days which days its figures count, null where they are civil months
 * @param difference how far the values are apart, in words
 * @param beginning what the published record says of it, null for nothing
 * @param moved what the values were when somebody last spoke about it, null where they are the same
 * @param seen the values as forms send them back
 * @param last the number of the last statement, as forms send it back
 * @param unitOwns whether the unit has to explain it
 * @param person who was asked, empty for nobody
 * @param trace where the typed figure comes from, null for a sum
 * @param year where the list leads back to
 * @param explains whether the reader can explain it now
 * @param decides whether the reader can close it or ask somebody now
 * @param reopens whether the reader can open it again now
 */
record DifferenceView(
        String unit,
        String period,
        @Nullable String days,
        String measure,
        String difference,
        StatusBadge state,
        String owner,
        List<Value> values,
        @Nullable String beginning,
        @Nullable String moved,
        List<Said> said,
        String seen,
        @Nullable Long last,
        boolean hasUnit,
        boolean unitOwns,
        String person,
        String path,
        @Nullable String trace,
        String year,
        boolean explains,
        boolean decides,
        boolean reopens) {

    /**
     * One of the values.
     *
     * @param origin the document, its day and who entered it; null for none
     */
    record Value(String source, String value, @Nullable String origin) {}

    /**
     * A line of the history.
     *
     * @param what such as "Giải trình"
     * @param values the values that the person saw
     */
    record Said(String what, @Nullable String words, String by, String values) {}

    static DifferenceView of(
            Difference difference,
            List<Statement> statements,
            List<OutsideTotal> totals,
            CountedDays days,
            CurrentUser reader,
            DifferenceMessages words) {
        ComparedFigure figure = difference.figure();
        String unit = words.unit(figure, difference.unit(), days);
        List<Value> values = new ArrayList<>();
        for (Entry<ValueSource, Long> each : difference.values().entrySet()) {
            values.add(new Value(
                    words.source(each.getKey()),
                    words.value(difference.seen(), each),
                    origin(each.getKey(), difference, totals, days, words)));
        }
        Statement asked = difference.asked();
        Statement last = difference.last();
        boolean office = reader.is(Role.REVIEWER);
        boolean own = figure.unitId() != null && reader.mayEnter(figure.unitId());
        return new DifferenceView(
                unit,
                words.period(figure),
                words.days(difference, days),
                words.measure(figure),
                difference.state() == Difference.State.INCOMPARABLE
                        ? words.say("reconciliation.state.INCOMPARABLE")
                        : words.say("reconciliation.differs", Formats.count(difference.size())),
                ReconciliationView.badge(difference.state(), words),
                words.owner(difference, unit),
                values,
                difference.beginning(),
                difference.moved() && last != null
                        ? words.say(
                                difference.state() == Difference.State.OPEN
                                        ? "reconciliation.moved.long"
                                        : "reconciliation.moved",
                                words.values(last.seen()))
                        : null,
                statements.stream().map(each -> said(each, unit, words)).toList(),
                difference.seen(),
                difference.lastStatement(),
                figure.unitId() != null,
                difference.owner() == Owner.UNIT,
                asked == null ? "" : Objects.requireNonNullElse(asked.person(), ""),
                "/reconciliation/" + figure.address(),
                figure.unitId() == null || figure.month() == null
                        ? null
                        : "/trace/returns/" + figure.unitId() + "/" + figure.month(),
                String.valueOf(figure.year()),
                (office || own) && difference.takes(Kind.EXPLAINED),
                office && difference.takes(Kind.ACCEPTED),
                office && difference.takes(Kind.REOPENED));
    }

    private static @Nullable String origin(
            ValueSource source,
            Difference difference,
            List<OutsideTotal> totals,
            CountedDays days,
            DifferenceMessages words) {
        ReportingPeriod returns = days.ofReturns(difference.figure());
        return switch (source) {
            case TYPED ->
                words.origin(
                        words.say(
                                difference.figure().unitId() == null
                                                || difference.figure().month() == null
                                        ? "reconciliation.origin.sum"
                                        : "reconciliation.origin.return"),
                        returns);
            case COUNTED -> words.origin(words.say("reconciliation.origin.extract"), returns);
            case PUBLISHED, CLASSES ->
                difference.published() == null ? null : words.origin(difference.published(), days.published());
            case PORTAL, NOTICE, REPORT ->
                totals.stream()
                        .filter(total -> total.ended() == null
                                && total.source() == source
                                && total.figure().equals(difference.figure()))
                        .map(words::origin)
                        .findFirst()
                        .orElse(null);
        };
    }

    private static Said said(Statement each, String unit, DifferenceMessages words) {
        String owner = each.owner() == null
                ? null
                : each.owner() == Owner.UNIT ? unit : words.say("reconciliation.owner.OFFICE");
        String asked = owner == null || each.person() == null
                ? owner
                : words.say("reconciliation.owner.person", owner, each.person());
        return new Said(
                words.say("reconciliation.said." + each.kind()),
                asked == null ? each.words() : asked,
                words.say("reconciliation.by", each.by(), Formats.time(each.at())),
                words.values(each.seen()));
    }
}
