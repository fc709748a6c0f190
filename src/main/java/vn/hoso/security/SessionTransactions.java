package vn.hoso.security;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is stored of a session is stored together. To look for one is a single statement, which needs no transaction around it:
 * two answers of the database less before each page.
 */
final class SessionTransactions implements TransactionOperations {

    private static final TransactionOperations NONE = TransactionOperations.withoutTransaction();

    private final TransactionTemplate together;

    SessionTransactions(PlatformTransactionManager transactions) {
        together = new TransactionTemplate(transactions);
        together.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Spring Session looks for sessions, and clears away old ones in one statement, by what answers something. */
    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> statement) {
        return NONE.execute(statement);
    }

    @Override
    public void executeWithoutResult(Consumer<TransactionStatus> statements) {
        together.executeWithoutResult(statements);
    }
}
