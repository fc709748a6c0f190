package vn.hoso.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a process number stands for, judged before anything is sent to it: numbers are reused by strangers. */
enum ServerProcess {
    /** A PostgreSQL on our data folder. */
    OURS,
    /** Some other program; not ours to touch. */
    FOREIGN,
    /** No such process, or only the shell of an ended one. */
    GONE,
    /** The system does not show what it is. */
    UNKNOWN;

    static ServerProcess of(long pid, DataFolder folder, PostgresBinaries binaries) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return GONE;
        }
        Path proc = Path.of("/proc", Long.toString(pid));
        return Files.isDirectory(proc) ? byProc(proc, folder) : byHandle(process.get(), folder, binaries);
    }

    private static ServerProcess byProc(Path proc, DataFolder folder) {
        try {
            String commandLine = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            if (commandLine.isEmpty()) {
                return GONE;
            }
            byte[] raw = commandLine.getBytes(StandardCharsets.ISO_8859_1);
            List<String> words = List.of(new String(raw, StandardCharsets.UTF_8).split("\0"));
            if (!isPostgres(words.get(0))) {
                return FOREIGN;
            }
            return names(words, folder) || worksIn(proc, folder) ? OURS : FOREIGN;
        } catch (IOException e) {
            return Files.isDirectory(proc) ? UNKNOWN : GONE;
        }
    }

    /** A PostgreSQL server's working folder is its data folder, also when that was moved under another name since. */
    private static boolean worksIn(Path proc, DataFolder folder) {
        try {
            return proc.resolve("cwd").toRealPath().equals(folder.cluster().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerProcess byHandle(ProcessHandle process, DataFolder folder, PostgresBinaries binaries) {
        Optional<Path> executable = process.info().command().map(Path::of);
        if (executable.isEmpty()) {
            return process.isAlive() ? UNKNOWN : GONE;
        }
        if (!isPostgres(executable.get().toString())) {
            return FOREIGN;
        }
        Optional<String[]> arguments = process.info().arguments();
        if (arguments.isPresent()) {
            return names(Arrays.asList(arguments.get()), folder) ? OURS : FOREIGN;
        }
        // Windows shows no arguments; but our programs lie inside our data folder, and nobody else starts those.
        return binaries.contain(executable.get()) ? OURS : FOREIGN;
    }

    private static boolean isPostgres(String executable) {
        return executable.matches("(.*[/\\\\])?postgres(\\.exe)?");
    }

    private static boolean names(List<String> words, DataFolder folder) {
        int option = words.indexOf("-D");
        return option >= 0
                && option + 1 < words.size()
                && words.get(option + 1).equals(folder.cluster().toString());
    }
}
