package vn.hoso.figures.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.figures.MonthLockService.Unfinished;
import vn.hoso.figures.MonthQueries.MonthLock;
import vn.hoso.figures.MonthQueries.Reopening;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.FormerReturns;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.PageMessages;

/** How the grid puts figures, problems and states into words. */
@Component
class FiguresMessages {

    static final String NOTHING = "–";

    /** The rules that the grid's script checks while typing. */
    private static final List<String> CHECKED_WHILE_TYPING = List.of(
            "tooLarge",
            "negative",
            "ambiguous",
            "notANumber",
            "dash",
            "onlineAboveReceived",
            "eligibleAboveAll",
            "onlineAboveAll",
            "paidAbovePayable");

    private final MessageSource messages;
    private final PageMessages wording;

    FiguresMessages(MessageSource messages) {
        this.messages = messages;
        this.wording = new PageMessages(messages);
    }

    /** Who stored figures last, and when. */
    String changed(String key, StoredReturn stored) {
        return text(key, wording.author(stored.changedBy()), Formats.time(stored.changedAt()));
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Language.ofReader());
    }

    /** What a month is locked without: "2 đơn vị chưa nộp và 1 đơn vị chưa được duyệt; 1 đề nghị chỉnh lý chưa được quyết định". */
    String left(Unfinished left) {
        if (left.equals(Unfinished.NOTHING)) {
            return text("figures.lock.left.nothing");
        }
        if (left.corrections() == 0) {
            return leftOfReturns(left);
        }
        String corrections = text("figures.lock.left.corrections", Formats.count(left.corrections()));
        return left.missing() + left.unapproved() == 0 ? corrections : leftOfReturns(left) + "; " + corrections;
    }

    private String leftOfReturns(Unfinished left) {
        String missing = Formats.count(left.missing());
        String unapproved = Formats.count(left.unapproved());
        if (left.unapproved() == 0) {
            return text("figures.lock.left.missing", missing);
        }
        return left.missing() == 0
                ? text("figures.lock.left.unapproved", unapproved)
                : text("figures.lock.left.both", missing, unapproved);
    }

    String problem(RuleViolation problem) {
        return text(
                "figures.problem." + problem.rule(),
                problem.arguments(field -> text("figures.measure." + field)).toArray());
    }

    /**
     * The sentences of these rules as JSON, with {0}, {1} and {2} left for the script to fill.
     *
     * @param added whether an office's own fields stand among the columns
     */
    String ofRules(boolean added) {
        Map<String, String> sentences = new TreeMap<>();
        Stream.concat(CHECKED_WHILE_TYPING.stream(), added ? Stream.of("aboveOther") : Stream.empty())
                .forEach(rule -> sentences.put(rule, text("figures.problem." + rule, "{0}", "{1}", "{2}")));
        return JsonMapper.shared().writeValueAsString(sentences);
    }

    /** What is unusual, in one sentence. */
    String finding(UnusualFinding finding) {
        String said =
                text("figures.finding." + finding.rule(), finding.arguments().toArray());
        Measure measure = finding.measure();
        return measure == null ? said : text(labelKey(measure)) + ": " + said;
    }

    /** The same for a unit that has to say why. */
    String unexplained(List<UnusualFinding> findings) {
        return text("figures.unexplained", findings.stream().map(this::finding).collect(Collectors.joining(" ")));
    }

    /** The same for a unit whose note was there before what is unusual now. */
    String beyondNote(List<UnusualFinding> findings) {
        return text(
                "figures.unexplained.noted",
                findings.stream().map(this::finding).collect(Collectors.joining(" ")));
    }

    /** Why no figure of the month changes; null while it is open. */
    @Nullable
    String lock(@Nullable MonthLock lock) {
        if (lock == null) {
            return null;
        }
        if (lock.reopenedUntil() != null) {
            return text("figures.locked-again", Formats.date(lock.reopenedUntil()));
        }
        return lock.by() == null || lock.at() == null
                ? text("figures.locked")
                : text("figures.locked-by", wording.author(lock.by()), Formats.time(lock.at()));
    }

    /** How long a locked month is open again, and why; null if it is not. */
    @Nullable
    String reopened(@Nullable Reopening reopening) {
        return reopening == null
                ? null
                : text("figures.reopened-until", Formats.date(reopening.until()), reopening.by(), reopening.reason());
    }

    /** What was asked, with the figure it is about; a remark on the whole return alone. */
    String about(@Nullable Measure measure, String remark) {
        return measure == null ? remark : text(labelKey(measure)) + ": " + remark;
    }

    static String labelKey(Measure measure) {
        return "figures.measure." + measure.field();
    }

    /** A figure of a month to compare with: a dash where nothing was reported, "x" where it does not apply. */
    static String compared(@Nullable StoredReturn stored, Measure measure) {
        return stored == null ? NOTHING : figure(stored.figures(), measure);
    }

    /** The same of several returns together. */
    static String compared(FormerReturns formers, Measure measure) {
        Long number = formers.number(measure);
        if (number != null) {
            return Formats.count(number);
        }
        return formers.notApplicable(measure) ? "x" : NOTHING;
    }

    static String figure(ReturnFigures figures, Measure measure) {
        Integer number = figures.number(measure);
        if (number != null) {
            return Formats.count(number);
        }
        return figures.notApplicable(measure) ? "x" : NOTHING;
    }

    /** Which of the four answers a cell's text is. */
    static String state(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> "none";
            case "x" -> "na";
            case "0" -> "zero";
            default -> "number";
        };
    }

    static String statusKey(@Nullable StoredReturn stored) {
        return "figures.status." + (stored == null ? status(null, false) : status(stored.status(), stored.complete()));
    }

    /** How far a return has come, in one word of the messages. */
    static String status(@Nullable ReturnStatus status, boolean complete) {
        if (status == null) {
            return "none";
        }
        return complete ? status.name().toLowerCase(Locale.ROOT) : "incomplete";
    }
}
