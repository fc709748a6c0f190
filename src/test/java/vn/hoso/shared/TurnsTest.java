package vn.hoso.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final CountDownLatch done = new CountDownLatch(1);

    private static Turns queue(int waiting, Duration patience) {
        return new Turns(1, waiting, patience, () -> new IllegalStateException("busy"));
    }

    /** A document that is being made until all is done. */
    private CompletableFuture<String> making(Turns queue) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> made = CompletableFuture.supplyAsync(
                () -> queue.take(() -> {
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
        Turns queue = queue(100, Duration.ofMinutes(5));
        CompletableFuture<String> first = making(queue);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(
                () -> queue.take(() -> first.isDone() + ""), task -> new Thread(task).start());
        assertThat(second).isNotDone();
        done.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isNotNull();
    }

    @Test
    void refusesInWordsWhoseTurnDoesNotCome() throws Exception {
        Turns queue = queue(100, Duration.ZERO);
        CompletableFuture<String> first = making(queue);
        assertThatThrownBy(() -> queue.take(() -> "second")).hasMessage("busy");
        done.countDown();
        first.get();
        assertThat(queue.take(() -> "third")).isEqualTo("third");
    }

    @Test
    void sendsAwayAtOnceWhomTooManyWaitBefore() throws Exception {
        Turns queue = queue(0, Duration.ofMinutes(5));
        CompletableFuture<String> first = making(queue);
        assertThatThrownBy(() -> queue.take(() -> "second")).hasMessage("busy");
        done.countDown();
        first.get();
        assertThat(queue(1, Duration.ZERO).take(() -> "third")).isEqualTo("third");
    }

    @Test
    void givesTheTurnBackWhereADocumentCannotBeMade() {
        Turns queue = queue(100, Duration.ZERO);
        assertThatThrownBy(() -> queue.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(queue.take(() -> "next")).isEqualTo("next");
    }
}
