package vn.hoso.results;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hoso.figures.ResultsRevision;

/**
 * Keeps the leaders' page's answers for as long as nothing has changed of what they were made of. An answer asked for inside
 * a transaction is never kept nor taken from here: it may have seen what will be taken back.
 */
@Component
class ResultsCache {

    /** Units of all answers together, by which the memory they need is held in bounds. */
    private static final int MOST_UNITS = 30_000;

    private final ResultsRevision changes;
    private final Cache<Asked, LeaderResults> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_UNITS)
            .weigher((Asked asked, LeaderResults answer) ->
                    answer.results().units().size() + 1)
            .executor(Runnable::run)
            .build();

    ResultsCache(ResultsRevision changes) {
        this.changes = changes;
    }

    /** What an answer to somebody who sees all units depends on beside the figures. */
    record Question(PeriodRequest asked) {}

    /** A question after so many changes; what was answered before the latest is never asked for again and makes room. */
    private record Asked(Question question, long changes) {}

    Optional<LeaderResults> answer(Question question, Supplier<Optional<LeaderResults>> computing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return computing.get();
        }
        Asked asked = new Asked(question, changes.count());
        LeaderResults known = answers.getIfPresent(asked);
        if (known != null) {
            return Optional.of(known);
        }
        // What is computed now is at least as new as the count.
        Optional<LeaderResults> computed = computing.get();
        computed.ifPresent(answer -> answers.put(asked, answer));
        return computed;
    }
}
