package vn.hoso.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes down what the program does in a year of work, or compares it with what was written down before:
 *
 * <pre>
 * mvn -Pproof test -Dproof.record=/a/folder     writes
 * mvn -Pproof test -Dproof.compare=/a/folder    compares, and fails where anything differs
 * </pre>
 *
 * Without either, what stands in target/proof is compared. What differs on purpose stands in src/test/resources/proof/expected.txt.
 */
@Tag("proof")
class Proof {

    private static final Path WORK = Path.of("target", "proof-run").toAbsolutePath();

    private final List<String> surprises = new ArrayList<>();

    @Test
    void doesWhatItDidBefore() throws Exception {
        String folder = System.getProperty("proof.record", "");
        Record now = run();
        if (!folder.isEmpty()) {
            clear(Path.of(folder));
            now.writeTo(Path.of(folder));
            assertThat(surprises).as("answers that the script did not expect").isEmpty();
            return;
        }
        Record before = Record.read(Path.of(System.getProperty("proof.compare", "target/proof")));
        clear(WORK.resolve("now"));
        now.writeTo(WORK.resolve("now"));
        Differences differences = Differences.between(before, now, Expected.read());
        Files.writeString(WORK.resolve("differences.txt"), differences.whole());
        assertThat(differences.isEmpty()).as(differences.summary()).isTrue();
    }

    private Record run() throws Exception {
        Path data = WORK.resolve("data");
        clear(data);
        Record record = new Record();
        try (ProofProgram program = new ProofProgram(data, Year.FIRST_DAY);
                Connection database = program.connect()) {
            Stage stage = new Stage(program, record, database);
            Year.live(stage);
            surprises.addAll(stage.surprises);
            surprises.forEach(System.out::println);
            Tables.write(database, record);
            Crawl.all(stage);
            record.put("styles.txt", stage.styles.all());
            Files.writeString(WORK.resolve("statements.txt"), stage.statements);
        }
        return record;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                // The server's unpacked programs may stay: they are made anew for half a minute, and are always the
                // same.
                Path programs = folder.resolve("binaries");
                for (Path each : all.filter(each -> !each.startsWith(programs) && !each.equals(folder))
                        .sorted(Comparator.reverseOrder())
                        .toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
