package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class FileReadLimiterTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final CountDownLatch done = new CountDownLatch(1);

    /** Somebody who reads until all is done. */
    private CompletableFuture<String> reads(FileReadLimiter turns, String person) throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(
                () -> turns.take(person, () -> {
                    reading.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return person;
                }),
                OWN_THREAD);
        reading.await();
        return read;
    }

    @Test
    void leavesRoomForOthersHoweverMuchOnePersonBrings() throws InterruptedException {
        FileReadLimiter turns = new FileReadLimiter(2, 1, LONG);
        CompletableFuture<String> first = reads(turns, "an");
        assertThatThrownBy(() -> turns.take("an", () -> "again")).hasMessage("imports.refused.busy");
        assertThat(turns.take("binh", () -> "binh")).isEqualTo("binh");
        done.countDown();
        assertThat(first.join()).isEqualTo("an");
        assertThat(turns.take("an", () -> "again")).isEqualTo("again");
    }

    @Test
    void letsAPersonWaitForTheirOwnTurn() throws InterruptedException {
        FileReadLimiter turns = new FileReadLimiter(2, 2, LONG);
        CompletableFuture<String> first = reads(turns, "an");
        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> turns.take("an", () -> "second"), OWN_THREAD);
        assertThat(turns.take("binh", () -> "binh")).isEqualTo("binh");
        assertThat(second).isNotDone();
        done.countDown();
        assertThat(first.join()).isEqualTo("an");
        assertThat(second.join()).isEqualTo("second");
    }

    @Test
    void refusesWhoeverWouldWaitTooLong() throws InterruptedException {
        FileReadLimiter turns = new FileReadLimiter(1, 2, Duration.ZERO);
        CompletableFuture<String> first = reads(turns, "an");
        assertThatThrownBy(() -> turns.take("binh", () -> "binh")).hasMessage("imports.refused.busy");
        done.countDown();
        first.join();
        assertThat(turns.take("binh", () -> "binh")).isEqualTo("binh");
    }

    @Test
    void givesTheTurnBackWhenReadingFails() {
        FileReadLimiter turns = new FileReadLimiter(1, 1, Duration.ZERO);
        assertThatThrownBy(() -> turns.take("an", () -> {
                    throw FileErrors.of("damaged");
                }))
                .hasMessage("imports.refused.damaged");
        assertThat(turns.take("an", () -> "again")).isEqualTo("again");
    }
}
