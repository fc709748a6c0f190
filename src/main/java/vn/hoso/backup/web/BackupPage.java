package vn.hoso.backup.web;

import java.io.File;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.backup.Backups;
import vn.hoso.backup.Backups.Found;
import vn.hoso.backup.Backups.Kind;
import vn.hoso.backup.Backups.Run;
import vn.hoso.backup.Backups.State;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * What the page of packages says.
 *
 * @param warning why no package can be relied on, null where the last one is young enough
 * @param last sentence about it
 * @param drill sentence about the last trial
 * @param schedule sentence about the nightly ones
 * @param second sentence about the second folder
 * @param keyFile where the key of second factors is kept, which is in no package; null where a setting names it or nobody has one
 * @param folder where packages lie
 * @param command what restores the latest package into the folder that is used now
 * @param working what is under way, null for nothing
 * @param lines the latest ones
 * @param others packages in the folder that none of the runs tells of, as those of before a restore
 */
record BackupPage(
        @Nullable String warning,
        String last,
        String drill,
        String schedule,
        String second,
        @Nullable String keyFile,
        String folder,
        String command,
        @Nullable Working working,
        List<Line> lines,
        List<Other> others) {

    /** What is under way. */
    record Working(String what, int done, int all) {}

    /**
     * One of the latest.
     *
     * @param address where it can be taken from, null where it is not there any more
     */
    record Line(
            String when,
            String what,
            String who,
            boolean sound,
            String outcome,
            @Nullable String file,
            @Nullable String address) {}

    /** A package in the folder. */
    record Other(String file, String when, String size) {}

    /** The key lies in the data folder, of which a command has to be told: it does not know how the program was started. */
    private static String command(Backups backups, Path key, String file) {
        return Stream.of(
                        "java -jar ho-so-truc-tuyen.jar",
                        "--hoso.command=restore",
                        "--hoso.data-dir=" + key.toAbsolutePath().normalize().getParent(),
                        "--hoso.file=" + backups.folder() + File.separator + file)
                .map(part -> part.startsWith("--") && part.contains(" ") ? '"' + part + '"' : part)
                .collect(Collectors.joining(" "));
    }

    static BackupPage of(Backups backups, List<Run> runs, Path key, PageMessages words) {
        State state = backups.state();
        Path second = backups.second();
        List<Found> others = backups.others();
        Working working = runs.stream()
                .filter(run -> run.finished() == null)
                .findFirst()
                .map(run -> new Working(words.of("backups.working." + run.kind()), run.stepsDone(), run.stepsAll()))
                .orElse(null);
        return new BackupPage(
                state.overdue()
                        ? words.of("backups.overdue")
                        : state.proven() == null ? words.of("backups.first") : null,
                said("backups.last", "backups.last.none", state.proven(), state.asOf(), words),
                said("backups.drilled", "backups.drilled.none", state.drilled(), state.asOf(), words),
                state.enabled()
                        ? words.of("backups.schedule", Formats.count(backups.kept()))
                        : words.of("backups.schedule.off"),
                second == null ? words.of("backups.second.none") : words.of("backups.second", second.toString()),
                Files.exists(key) ? key.toAbsolutePath().normalize().toString() : null,
                backups.folder().toString(),
                command(
                        backups,
                        key,
                        Stream.concat(
                                        runs.stream()
                                                .filter(run -> run.kind() == Kind.BACKUP && backups.holds(run))
                                                .map(Run::file),
                                        others.stream()
                                                .map(Found::file)
                                                .filter(file -> file.startsWith(Backups.NIGHTLY)))
                                .findFirst()
                                .orElseGet(() -> words.of("backups.restore.file"))),
                working,
                runs.stream().map(run -> line(run, backups, words)).toList(),
                others.stream()
                        .map(each -> new Other(each.file(), Formats.time(each.written()), size(each.bytes())))
                        .toList());
    }

    private static String said(String key, String none, @Nullable Instant when, Instant now, PageMessages words) {
        return when == null
                ? words.of(none)
                : words.of(key, Formats.time(when), age(Duration.between(when, now), words));
    }

    private static String age(Duration age, PageMessages words) {
        if (age.toHours() == 0) {
            return words.of("backups.age.now");
        }
        return age.toHours() < 48
                ? words.of("backups.age.hours", Formats.count(age.toHours()))
                : words.of("backups.age.days", Formats.count(age.toDays()));
    }

    private static Line line(Run run, Backups backups, PageMessages words) {
        boolean there = run.kind() == Kind.BACKUP && backups.holds(run);
        return new Line(
                Formats.time(run.started()),
                words.of("backups.kind." + run.kind()),
                run.by() == null ? words.of("backups.program") : run.by(),
                run.failure() == null,
                outcome(run, words),
                run.file(),
                there ? "/backups/" + run.id() + "/package" : null);
    }

    private static String outcome(Run run, PageMessages words) {
        Long bytes = run.bytes();
        Long rows = run.rows();
        if (bytes == null || rows == null) {
            return run.failure() == null ? words.of("backups.under-way") : run.failure();
        }
        String size = size(bytes);
        String told = words.of("backups.outcome." + run.kind(), Formats.count(rows), size);
        return Boolean.FALSE.equals(run.elsewhere()) ? told + " " + words.of("backups.second.failed") : told;
    }

    /** Megabytes with one decimal; a small package is not said to be nothing. */
    private static String size(long bytes) {
        BigDecimal megabytes = BigDecimal.valueOf(Math.max(bytes, 100_000)).movePointLeft(6);
        return Formats.number(megabytes.setScale(1, RoundingMode.UP)) + " MB";
    }
}
