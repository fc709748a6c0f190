package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Migrations are numbered by the time at which they were begun; those before had consecutive numbers. */
class MigrationNamesTest {

    private static final Pattern NAME = Pattern.compile("V(\\d+)(?:_\\d)?__[a-z0-9_]+\\.sql");

    /** Where consecutive numbers end for good. */
    private static final int LAST_NUMBER = 39;

    @Test
    void everyMigrationSaysItsTimeAndWhy() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(Path.of("db/migration"))) {
            names = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(names).isNotEmpty().allSatisfy(name -> {
            List<MatchResult> parts = NAME.matcher(name).results().toList();
            assertThat(parts).as(name).hasSize(1);
            String number = parts.get(0).group(1);
            assertThat(
                            number.length() <= 2
                                    ? Integer.parseInt(number) <= LAST_NUMBER
                                    : LocalDateTime.parse(number, DateTimeFormatter.ofPattern("uuuuMMddHHmm"))
                                                    .getYear()
                                            >= 2026)
                    .as(name)
                    .isTrue();
        });
    }

    /** All of an upgrade is taken back when one of them fails, so none may hold what PostgreSQL runs outside of a transaction. */
    @Test
    void everyMigrationCanBeTakenBack() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("db/migration"))) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file)
                    .content()
                    .doesNotContainPattern(
                            "(?im)\\bconcurrently\\b|^\\s*(vacuum|commit|create database|alter system)\\b"));
        }
    }
}
