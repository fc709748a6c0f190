package vn.hoso.operations.web;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.hoso.audit.ChainVerification;
import vn.hoso.backup.Backups;
import vn.hoso.operations.FreeSpace;
import vn.hoso.operations.ProgramQueries;
import vn.hoso.operations.Sizes;
import vn.hoso.operations.web.StatusView.Check;
import vn.hoso.operations.web.StatusView.Fact;
import vn.hoso.operations.web.StatusView.Job;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** Asks everything that the page about the program tells, in seven statements. */
@Component
class StatusViewAssembler {

    private final FreeSpace space;
    private final Backups backups;
    private final ProgramQueries program;
    private final ChainVerification chain;
    private final ObjectProvider<ScheduledTaskHolder> jobs;
    private final Environment settings;
    private final PageMessages words;

    StatusViewAssembler(
            FreeSpace space,
            Backups backups,
            ProgramQueries program,
            ChainVerification chain,
            ObjectProvider<ScheduledTaskHolder> jobs,
            Environment settings,
            PageMessages words) {
        this.space = space;
        this.backups = backups;
        this.program = program;
        this.chain = chain;
        this.jobs = jobs;
        this.settings = settings;
        this.words = words;
    }

    StatusView page() {
        ProgramQueries.DatabaseState database = program.database();
        return new StatusView(List.of(room(), backup(), trail(), jobsRan()), facts(database), jobs());
    }

    private Check room() {
        FreeSpace.Room room = space.measure();
        return new Check(
                "space",
                !room.low(),
                words.of(
                        "operations.space",
                        Sizes.text(room.free()),
                        Sizes.text(room.total()),
                        String.valueOf(room.percent())),
                null);
    }

    private Check backup() {
        Backups.State state = backups.state();
        String made = state.proven() == null
                ? words.of("operations.backup.never")
                : words.of("operations.backup.proven", Formats.time(state.proven()));
        String tried = state.drilled() == null
                ? words.of("operations.backup.untried")
                : words.of("operations.backup.drilled", Formats.time(state.drilled()));
        String text =
                state.enabled() ? made + "; " + tried : words.of("operations.backup.off") + " " + made + "; " + tried;
        return new Check("backup", !state.overdue(), text, "/backups");
    }

    private Check trail() {
        boolean holds = chain.endHolds();
        return new Check(
                "trail",
                holds,
                words.of(
                        holds ? "operations.trail.whole" : "operations.trail.broken",
                        Formats.count(chain.end().length())),
                "/audit#chain-title");
    }

    private Check jobsRan() {
        List<Job> all = jobs();
        long failed = all.stream().filter(Job::failed).count();
        return new Check(
                "jobs",
                failed == 0,
                failed == 0
                        ? words.of("operations.jobs.fine")
                        : words.of("operations.jobs.failed", Formats.count(failed)),
                null);
    }

    private List<Fact> facts(ProgramQueries.DatabaseState database) {
        boolean external = StringUtils.hasText(settings.getProperty("spring.datasource.url"));
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        List<Instant> copies = program.replicas();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("version", Objects.requireNonNullElse(version(), words.of("operations.version.unknown"))));
        facts.add(new Fact(
                "started",
                Formats.time(Instant.ofEpochMilli(
                        ManagementFactory.getRuntimeMXBean().getStartTime()))));
        facts.add(new Fact(
                "database",
                words.of(
                        external ? "operations.database.external" : "operations.database.embedded",
                        database.version())));
        facts.add(new Fact("schema", database.schema()));
        facts.add(new Fact("size", Sizes.text(database.bytes())));
        facts.add(new Fact("folder", space.folder().toString()));
        facts.add(new Fact(
                "memory",
                words.of("operations.memory", Sizes.text(heap.getUsed()), Sizes.text(heap.getMax())) + ", Java "
                        + Runtime.version().feature()));
        facts.add(new Fact(
                "replicas",
                words.of("operations.replicas", Formats.count(Math.max(1, copies.size())))
                        + copies.stream()
                                .skip(1)
                                .reduce((first, second) -> second)
                                .map(latest -> words.of("operations.replicas.latest", Formats.time(latest)))
                                .orElse("")));
        return facts;
    }

    private static @Nullable String version() {
        // The jar's; unpacked classes have none.
        return StatusViewAssembler.class.getPackage().getImplementationVersion();
    }

    /** Those that have a name here; a library's own housekeeping tells nobody anything. */
    private List<Job> jobs() {
        return jobs.stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Collection::stream)
                .flatMap(this::job)
                .toList();
    }

    private Stream<Job> job(ScheduledTask task) {
        String method = task.toString();
        if (!method.startsWith("vn.hoso.")) {
            return Stream.empty();
        }
        String owner = method.substring(0, method.lastIndexOf('.'));
        TaskExecutionOutcome last = task.getTask().getLastExecutionOutcome();
        Instant ran = last == null ? null : last.executionTime();
        Instant next = task.nextExecution();
        return Stream.of(new Job(
                words.of("operations.job." + owner.substring(owner.lastIndexOf('.') + 1)),
                ran == null ? null : Formats.time(ran),
                last != null && last.status() == TaskExecutionOutcome.Status.ERROR,
                next == null ? null : Formats.time(next)));
    }
}
