package vn.hoso.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.hoso.shared.UserFacingException;

class DocumentQueueTest {

    private final CountDownLatch done = new CountDownLatch(1);

    /** A document that is being made until all is done. */
    private CompletableFuture<String> making(DocumentQueue queue) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> made = CompletableFuture.supplyAsync(
                () -> queue.inTurn(() -> {
                    begun.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "first";
                }),
                task -> new Thread(task).start());
        begun.await();
        return made;
    }

    @Test
    void letsTheNextOneWaitForItsTurn() throws Exception {
        DocumentQueue queue = new DocumentQueue(1, Duration.ofMinutes(5));
        CompletableFuture<String> first = making(queue);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(
                () -> queue.inTurn(() -> first.isDone() + ""), task -> new Thread(task).start());
        assertThat(second).isNotDone();
        done.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isNotNull();
    }

    @Test
    void refusesInWordsWhoseTurnDoesNotCome() throws Exception {
        DocumentQueue queue = new DocumentQueue(1, Duration.ZERO);
        CompletableFuture<String> first = making(queue);
        assertThatThrownBy(() -> queue.inTurn(() -> "second"))
                .isInstanceOfSatisfying(UserFacingException.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("reports.refused.busy"));
        done.countDown();
        first.get();
        assertThat(queue.inTurn(() -> "third")).isEqualTo("third");
    }

    @Test
    void givesTheTurnBackWhereADocumentCannotBeMade() {
        DocumentQueue queue = new DocumentQueue(1, Duration.ZERO);
        assertThatThrownBy(() -> queue.inTurn(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(queue.inTurn(() -> "next")).isEqualTo("next");
    }
}
