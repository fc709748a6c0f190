package vn.hoso.results;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hoso.figures.FiguresChanges;

/**
 * Keeps the leaders' page's answers for as long as nothing has changed of what they were made of. An answer asked for inside
 * a transaction is never kept nor taken from here: it may have seen what will be taken back.
 */
@Component
class RememberedAnswers {

    /** Units of all answers together, by which the memory they need is held in bounds. */
    private static final int MOST_UNITS = 30_000;

    private final FiguresChanges changes;
    /** The one asked for last stands last. */
    private final Map<Question, LeaderResults> answers = new LinkedHashMap<>();

    private long changesSeen = -1;
    private int units;

    RememberedAnswers(FiguresChanges changes) {
        this.changes = changes;
    }

    /** What an answer to somebody who sees all units depends on beside the figures. */
    record Question(PeriodAsked asked) {}

    Optional<LeaderResults> answer(Question question, Supplier<Optional<LeaderResults>> computing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return computing.get();
        }
        long now = changes.count();
        Optional<LeaderResults> known = known(question, now);
        if (known.isPresent()) {
            return known;
        }
        // What is computed now is at least as new as the count.
        Optional<LeaderResults> computed = computing.get();
        computed.ifPresent(answer -> keep(question, answer, now));
        return computed;
    }

    private synchronized Optional<LeaderResults> known(Question question, long now) {
        if (now > changesSeen) {
            answers.clear();
            units = 0;
            changesSeen = now;
        }
        if (now != changesSeen) {
            return Optional.empty();
        }
        Optional<LeaderResults> answer = Optional.ofNullable(answers.remove(question));
        answer.ifPresent(it -> answers.put(question, it));
        return answer;
    }

    private synchronized void keep(Question question, LeaderResults answer, long counted) {
        int weight = weight(answer);
        if (counted != changesSeen || weight > MOST_UNITS) {
            return;
        }
        LeaderResults before = answers.put(question, answer);
        units += weight - (before == null ? 0 : weight(before));
        var eldest = answers.entrySet().iterator();
        while (units > MOST_UNITS) {
            units -= weight(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static int weight(LeaderResults answer) {
        return answer.results().units().size() + 1;
    }
}
