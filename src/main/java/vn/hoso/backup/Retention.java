package vn.hoso.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoso.database.OwnerOnly;

/**
 * Which packages are kept: so many of the newest, and the last one of each of twelve months. Only what the program itself made by this
 * name is ever deleted.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MONTHS = 12;

    private final String name;
    private final int keep;
    private final String latest;

    /**
     * @param name how the packages' names begin; day and time follow
     * @param keep how many of the newest
     * @param latest the latest day and time that a package can have been made: a later one is of a clock that has been put back since
     */
    Retention(String name, int keep, String latest) {
        this.name = name;
        this.keep = keep;
        this.latest = name + latest;
    }

    /**
     * Deletes what is not kept, and leaves the others to the program's user alone. One that was begun and that nobody finished goes
     * too: while this is asked for no other is being written.
     */
    void apply(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<Boolean, List<String>> finished = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.matches(name + "\\d{8}-\\d{6}\\.zip(" + PackageWriter.UNFINISHED + ")?"))
                    .collect(Collectors.partitioningBy(file -> !file.endsWith(PackageWriter.UNFINISHED)));
            for (String begun : finished.getOrDefault(false, List.of())) {
                Files.deleteIfExists(folder.resolve(begun));
            }
            List<String> all = finished.getOrDefault(true, List.of());
            Set<String> kept = kept(all);
            for (String each : all) {
                if (!kept.contains(each)) {
                    Files.deleteIfExists(folder.resolve(each));
                }
            }
            // Those of before were written as the computer's settings said.
            kept.forEach(each -> OwnerOnly.restrict(folder.resolve(each)));
        } catch (IOException e) {
            LOG.warn("Chưa dọn được gói sao lưu cũ trong {}: {}", folder, e.toString());
        }
    }

    /**
     * The names to keep of these. Those that lie ahead are kept by the same rule apart from the others, so that neither takes the
     * others' place, whichever of them the clock was wrong about.
     */
    Set<String> kept(List<String> names) {
        Map<Boolean, List<String>> ahead =
                names.stream().collect(Collectors.partitioningBy(each -> each.compareTo(latest + ".zip") > 0));
        return ahead.values().stream().flatMap(each -> newest(each).stream()).collect(Collectors.toSet());
    }

    private Set<String> newest(List<String> names) {
        List<String> newestFirst =
                names.stream().sorted(Comparator.reverseOrder()).toList();
        Set<String> kept = new HashSet<>(newestFirst.subList(0, Math.min(keep, newestFirst.size())));
        TreeMap<String, String> lastOfMonth = new TreeMap<>(Comparator.reverseOrder());
        newestFirst.forEach(each -> lastOfMonth.putIfAbsent(each.substring(name.length(), name.length() + 6), each));
        kept.addAll(lastOfMonth.values().stream().limit(MONTHS).toList());
        return kept;
    }
}
