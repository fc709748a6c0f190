package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** JPA writes. Whatever is written by hand stands with its reason in decision 30, and says so at its place. */
class HandWrittenStatementsTest {

    private static final Path DECISION = Path.of("src/docs/decisions/0030-forms-and-aggregates.md");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w/]+)` \\| (\\d+) \\| [^|]{20,} \\|$");

    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");

    /** Tables are written in small letters, entities are not. */
    private static final Pattern WRITES =
            Pattern.compile("\\b(insert into [a-z]|delete from [a-z]|update [a-z_]+(\\s+[a-z]+)?\\s+set\\b)");

    @Test
    void theyAreThoseOfTheDecision() {
        Map<String, Integer> decided = ROW.matcher(SourceFiles.read(DECISION))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));
        Map<String, Integer> found = new TreeMap<>();
        SourceFiles.below(SourceFiles.JAVA, ".java").forEach((file, source) -> {
            long statements = LITERAL.matcher(source)
                    .results()
                    .map(MatchResult::group)
                    .filter(literal -> WRITES.matcher(literal).find())
                    .count();
            if (statements > 0) {
                found.put(
                        SourceFiles.JAVA
                                .relativize(file)
                                .toString()
                                .replace(".java", "")
                                .replace('\\', '/'),
                        (int) statements);
                assertThat(source).as(file.toString()).containsIgnoringCase("by hand");
            }
        });

        assertThat(found).containsExactlyInAnyOrderEntriesOf(decided);
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(12);
    }
}
