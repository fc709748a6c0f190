package vn.hoso.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;

/** Lines that are gone and lines that are new, file by file. */
final class Differences {

    private static final int SHOWN_FILES = 60;
    private static final int SHOWN_LINES = 12;

    private final Map<String, List<String>> byFile = new LinkedHashMap<>();
    private int compared;

    static Differences between(Record before, Record now, Expected expected) {
        Differences found = new Differences();
        TreeSet<String> names = new TreeSet<>(before.texts().keySet());
        names.addAll(now.texts().keySet());
        for (String name : names) {
            found.compared++;
            String old = before.texts().get(name);
            String present = now.texts().get(name);
            if (old == null || present == null) {
                String what = old == null ? "+ a new file" : "- the file is gone";
                if (!expected.allows(name, what) && !(present == null && Crawl.PARTIAL)) {
                    found.byFile.put(name, List.of(what));
                }
            } else if (!old.equals(present)) {
                found.add(name, old.lines().toList(), present.lines().toList(), expected);
            }
        }
        return found;
    }

    private void add(String name, List<String> before, List<String> now, Expected expected) {
        List<String> lines = new ArrayList<>();
        for (Delta<String> delta : DiffUtils.diff(before, now).getDeltas()) {
            List<String> changed = new ArrayList<>();
            delta.getOriginal().getLines().stream()
                    .filter(line -> !expected.allows(name, line) && !(name.equals("statements.txt") && Crawl.PARTIAL))
                    .forEach(line -> changed.add("- " + line));
            delta.getRevised().getLines().stream()
                    .filter(line -> !expected.allows(name, line))
                    .forEach(line -> changed.add("+ " + line));
            if (!changed.isEmpty()) {
                lines.add("@ line " + (delta.getOriginal().getPosition() + 1));
                lines.addAll(changed);
            }
        }
        if (!lines.isEmpty()) {
            byFile.put(name, lines);
        }
    }

    boolean isEmpty() {
        return byFile.isEmpty();
    }

    /** Everything. */
    String whole() {
        return text(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** As much as a person reads. */
    String summary() {
        return text(SHOWN_FILES, SHOWN_LINES);
    }

    private String text(int files, int lines) {
        StringBuilder text = new StringBuilder(byFile.size() + " of " + compared + " files differ\n");
        byFile.entrySet().stream().limit(files).forEach(file -> {
            text.append("== ").append(file.getKey()).append('\n');
            file.getValue().stream().limit(lines).forEach(line -> text.append(line)
                    .append('\n'));
            if (file.getValue().size() > lines) {
                text.append("… ").append(file.getValue().size() - lines).append(" lines more\n");
            }
        });
        if (byFile.size() > files) {
            text.append("… ")
                    .append(byFile.size() - files)
                    .append(" files more, all in target/proof-run/differences.txt\n");
        }
        return text.toString();
    }
}
