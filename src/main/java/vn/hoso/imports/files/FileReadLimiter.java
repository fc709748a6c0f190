package vn.hoso.imports.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import vn.hoso.shared.UserFacingException;

/**
 * Lets few files be read at a time, so that all of them fit into memory, and one person's only one after another, so that
 * whoever brings many keeps nobody else waiting.
 */
final class FileReadLimiter {

    private final int atATime;
    private final int perPerson;
    private final Duration patience;
    private final List<Turn> asked = new ArrayList<>();

    /** A place in the queue, kept while reading. Each is its own. */
    private static final class Turn {
        private final Object person;
        private boolean reading;

        Turn(Object person) {
            this.person = person;
        }
    }

    /** What is done in turn. */
    interface Reading<T> {
        T read();
    }

    /**
     * Begins.
     *
     * @param atATime how many may read at a time
     * @param perPerson how many a person may read or wait with; further ones are refused at once
     * @param patience how long one waits
     */
    FileReadLimiter(int atATime, int perPerson, Duration patience) {
        this.atATime = atATime;
        this.perPerson = perPerson;
        this.patience = patience;
    }

    /**
     * Reads when it is this person's turn.
     *
     * @throws UserFacingException "busy" if it does not come, or the person waits too often already
     */
    <T> T take(Object person, Reading<T> reading) {
        Turn turn = begin(person);
        try {
            return reading.read();
        } finally {
            end(turn);
        }
    }

    private synchronized Turn begin(Object person) {
        if (asked.stream().filter(turn -> turn.person.equals(person)).count() >= perPerson) {
            throw busy();
        }
        Turn turn = new Turn(person);
        asked.add(turn);
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (!next(turn)) {
                long rest = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (rest <= 0) {
                    throw busy();
                }
                wait(rest);
            }
            turn.reading = true;
            return turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            if (!turn.reading) {
                end(turn);
            }
        }
    }

    /** Whether it is the first of those whose person reads nothing, and there is room. */
    private boolean next(Turn turn) {
        long reading = asked.stream().filter(each -> each.reading).count();
        return reading < atATime
                && asked.stream()
                        .filter(each -> !each.reading && !reads(each.person))
                        .findFirst()
                        .filter(first -> first == turn)
                        .isPresent();
    }

    private boolean reads(Object person) {
        return asked.stream().anyMatch(turn -> turn.reading && turn.person.equals(person));
    }

    private synchronized void end(Turn turn) {
        asked.remove(turn);
        notifyAll();
    }

    private static UserFacingException busy() {
        return new UserFacingException(HttpStatus.TOO_MANY_REQUESTS, "imports.refused.busy");
    }
}
