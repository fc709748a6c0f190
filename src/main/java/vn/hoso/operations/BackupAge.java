package vn.hoso.operations;

import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.hoso.backup.Backups;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.site.AdministratorNotice;

/** Whether the last package that was read back whole is young enough, as it was at most a minute ago. */
@Component("backup")
class BackupAge extends AbstractHealthIndicator implements AdministratorNotice {

    private final Backups backups;
    private final PageMessages words;

    BackupAge(Backups backups, PageMessages words) {
        this.backups = backups;
        this.words = words;
    }

    /** Seconds since it was begun, not a number where there is none. */
    Number seconds() {
        return backups.lately().age().<Number>map(age -> age.toSeconds()).orElse(Float.NaN);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(backups.lately().overdue() ? Status.DOWN : Status.UP);
    }

    @Override
    public Optional<Notice> notice() {
        Backups.State state = backups.lately();
        if (!state.overdue()) {
            return Optional.empty();
        }
        String text = state.proven() == null
                ? words.of("operations.backup.none")
                : words.of("operations.backup.old", Formats.time(state.proven()));
        return Optional.of(new Notice(text, "/status"));
    }
}
