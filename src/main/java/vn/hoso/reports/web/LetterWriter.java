package vn.hoso.reports.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoso.organisation.Organisation;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.reports.LetterLateReturnQueries.LateUnit;
import vn.hoso.reports.LetterLateReturnQueries.LateYear;
import vn.hoso.reports.Letters;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.LetterText;
import vn.hoso.reports.domain.ReportCitation;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;
import vn.hoso.units.UnitKind;

/**
 * Proposes the words of letters that remind units (công văn đôn đốc), and sets what was made of them.
 *
 * @param targets what is asked of units, for letters to all late ones
 */
record LetterWriter(Organisation office, LetterDay day, PageMessages wording, List<Target> targets) {

    /** In words for each unit: the unit that the letter goes to, and the returns that it owes. */
    static final String UNIT = "{don_vi}";

    static final String STATE = "{tinh_hinh}";

    /**
     * What the program proposes to write.
     *
     * @param chases whether there is anything to remind of
     */
    record Proposal(String subject, String body, boolean chases) {}

    /** A letter to one unit: what it owes of the year's returns up to a month, how it stands, what is asked. */
    Proposal toUnit(UnitResults results, List<LateUnit> late, YearMonth last) {
        ScopeResults unit = results.unit();
        ReportingPeriod period = results.district().period();
        String name = addressee(unit);
        LetterStanding standing = new LetterStanding(results, late, last, this);
        List<YearMonth> missing = standing.missing();
        boolean missed = unit.verdicts().stream().anyMatch(it -> it.shortBy() > 0);
        boolean paper = results.paper().paper() > 0;
        String until = Formats.date(day.answerBy());
        List<String> requests = new ArrayList<>();
        if (!missing.isEmpty()) {
            requests.add(wording.of("reports.letter.request.report", until));
        }
        if (missed || paper) {
            requests.add(wording.of("reports.letter.request.online"));
        }
        requests.add(answer(until));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(grounded(
                "reports.letter.opening",
                "reports.letter.opening.grounds",
                unit.verdicts().stream().map(Verdict::target),
                Formats.date(results.district().countedFrom()),
                Formats.date(period.lastDay()),
                office.agencyInFull(),
                name));
        paragraphs.addAll(numbered(standing.findings()));
        paragraphs.add(wording.of("reports.letter.lead", office.agencyInFull(), name));
        paragraphs.addAll(lettered(requests));
        paragraphs.add(wording.of("reports.letter.closing", office.agencyInFull(), name));
        return new Proposal(
                wording.of("reports.letter.subject"),
                String.join("\n", paragraphs),
                !missing.isEmpty() || missed || paper);
    }

    /**
     * One letter to all late units, or the words of one to each of them. What is asked of single units is cited to them: in their
     * own letters, or where one with a list goes to some of them.
     */
    Proposal toLate(LateYear late, Letters.Shape shape) {
        boolean each = shape == Letters.Shape.EACH;
        Stream<Target> cited = targets.stream()
                .filter(target -> target.scope() != TargetScope.NAMED_UNITS
                        || (!each && late.units().stream().anyMatch(unit -> target.judges(unit.unitId()))));
        String today = Formats.date(day.today());
        String year = String.valueOf(late.year());
        String until = Formats.date(day.answerBy());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(grounded(
                "reports.letter.late.opening", "reports.letter.late.opening.grounds", cited, office.agencyInFull()));
        if (each) {
            paragraphs.add(wording.of("reports.letter.late.found.each", today, UNIT, year));
            paragraphs.add(STATE);
        } else {
            paragraphs.add(wording.of(
                    "reports.letter.late.found",
                    today,
                    Formats.count(late.units().size()),
                    year));
        }
        paragraphs.add(
                each
                        ? wording.of("reports.letter.lead.late", office.agencyInFull(), UNIT)
                        : wording.of("reports.letter.late.lead", office.agencyInFull()));
        paragraphs.addAll(lettered(List.of(wording.of("reports.letter.request.report", until), answer(until))));
        paragraphs.add(
                each
                        ? wording.of("reports.letter.closing", office.agencyInFull(), UNIT)
                        : wording.of("reports.letter.late.closing"));
        return new Proposal(
                wording.of("reports.letter.subject.late"),
                String.join("\n", paragraphs),
                !late.units().isEmpty());
    }

    /** The letter to one unit with these words. */
    Letters.Copy letter(UnitResults results, String subject, String body) {
        return new Letters.Copy(
                results.unit().name(),
                set(
                        subject,
                        wording.of("reports.letter.to", addressee(results.unit())),
                        body,
                        Annex.NONE,
                        results.district().demonstration()));
    }

    /** The letters to the late units with these words: one with their list, or one for each; none where no unit is late. */
    List<Letters.Copy> letters(LateYear late, Letters.Shape shape, String subject, String body) {
        if (shape == Letters.Shape.ANNEX && !late.units().isEmpty()) {
            Annex list = LetterText.annex(
                    office, day.today(), late.units().stream().map(this::row).toList());
            return List.of(new Letters.Copy(
                    null, set(subject, wording.of("reports.letter.several"), body, list, late.demonstration())));
        }
        return late.units().stream()
                .map(unit -> new Letters.Copy(
                        unit.name(),
                        set(
                                subject,
                                wording.of("reports.letter.to", addressee(unit)),
                                body.replace(UNIT, addressee(unit)).replace(STATE, String.join("\n", state(unit))),
                                Annex.NONE,
                                late.demonstration())))
                .toList();
    }

    private ReportText set(String subject, String addressee, String body, Annex annex, boolean madeUp) {
        return LetterText.of(
                office,
                day.today(),
                subject,
                List.of(addressee),
                body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                annex,
                madeUp ? ReportText.demonstrationWarning() : "");
    }

    private LetterText.Late row(LateUnit unit) {
        return new LetterText.Late(
                unit.name(),
                LetterDay.ofOneYear(unit.months()),
                Formats.count(unit.months().size()),
                unit.due() == null ? "–" : Formats.date(unit.due()),
                unit.due() == null ? "–" : Formats.count(unit.daysLate()),
                String.join("; ", again("reports.letter.late.note.", unit, LetterDay::ofOneYear)));
    }

    private List<String> state(LateUnit unit) {
        List<String> lines =
                new ArrayList<>(unit.unsent().isEmpty() ? List.of() : List.of(day.missing(unit.unsent(), wording)));
        lines.addAll(again("reports.letter.", unit, this::months));
        targets.stream()
                .filter(target -> target.judges(unit.unitId()))
                .map(target -> target.heldAgainst(unit.unitId()))
                .filter(Target::ownLevel)
                .forEach(target -> lines.add(grounded(
                        "reports.letter.own",
                        "reports.letter.own.grounds",
                        Stream.of(target),
                        LetterStanding.asked(target, wording))));
        return lines.stream().map(line -> "- " + line).toList();
    }

    private List<String> again(String key, LateUnit unit, Function<List<YearMonth>, String> named) {
        return LetterStanding.again(wording, key, unit.returned(), unit.opened(), named);
    }

    String months(List<YearMonth> months) {
        return wording.list(
                months.stream().map(day.days()::of).map(Formats::month).toList());
    }

    private String answer(String until) {
        return wording.of("reports.letter.request.answer", office.agencyInFull(), office.office(), until);
    }

    /** A sentence that begins with the documents that the targets rest on, cited in full, where there are any. */
    private String grounded(String key, String grounded, Stream<Target> targets, String... named) {
        String documents = targets.flatMap(target -> target.instruments().stream())
                .distinct()
                .map(ReportCitation::full)
                .collect(Collectors.joining("; "));
        return documents.isEmpty()
                ? wording.of(key, named)
                : wording.of(
                        grounded,
                        Stream.concat(Stream.of(documents), Stream.of(named)).toArray(String[]::new));
    }

    private String addressee(ScopeResults unit) {
        UnitKind kind = unit.kind();
        return kind == null ? unit.name() : addressee(unit.name(), kind.name(), kind.office());
    }

    private String addressee(LateUnit unit) {
        return addressee(unit.name(), unit.kind(), unit.office());
    }

    /** The letter of a commune, township or ward goes to its People's Committee; an office is called by its own name. */
    private String addressee(String unit, String kind, boolean ofTheOffice) {
        if (ofTheOffice) {
            return unit;
        }
        String named = unit.toLowerCase(Locale.ROOT).startsWith(kind + " ")
                ? kind + unit.substring(kind.length())
                : kind + " " + unit;
        return wording.of("reports.letter.committee", named);
    }

    private static List<String> numbered(List<String> lines) {
        List<String> numbered = new ArrayList<>();
        lines.forEach(line -> numbered.add(numbered.size() + 1 + ". " + line));
        return numbered;
    }

    private static List<String> lettered(List<String> lines) {
        List<String> lettered = new ArrayList<>();
        lines.forEach(line -> lettered.add((char) ('a' + lettered.size()) + ") " + line));
        return lettered;
    }
}
