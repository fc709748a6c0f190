package vn.hoso.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.shared.Formats;

/** When a package is due, and which are kept. */
class BackupRulesTest {

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.of(LocalDateTime.parse(time), Formats.ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T02:30,,false,true",
        "2026-11-29T02:29,2026-11-28T02:30,false,false",
        "2026-11-29T02:30,2026-11-28T02:30,false,true",
        "2026-11-29T02:30,2026-11-29T02:30,false,false",
        "2026-11-29T09:00,2026-11-28T09:00,false,true",
        "2026-11-29T09:00,2026-11-29T02:31,false,false",
        "2026-11-29T01:00,2026-11-28T02:29,false,true",
        "2026-11-29T01:00,2026-11-27T02:31,false,true",
        "2026-11-29T03:30,2026-11-29T02:30,true,false",
        "2026-11-29T03:31,2026-11-29T02:30,true,true"
    })
    void oneIsDueOnceADayWheneverTheComputerIsOn(String now, @Nullable String last, boolean failed, boolean due) {
        Backups.Run run = last == null
                ? null
                : new Backups.Run(
                        1,
                        Backups.Kind.BACKUP,
                        "one.zip",
                        null,
                        at(last).toInstant(),
                        null,
                        0,
                        0,
                        null,
                        null,
                        null,
                        failed ? "why" : null);
        assertThat(BackupSchedule.due(at(now), LocalTime.of(2, 30), run)).isEqualTo(due);
    }

    @Test
    void theNewestAreKeptAndTheLastOfEachOfTwelveMonths() {
        List<String> names = new ArrayList<>();
        for (ZonedDateTime day = at("2025-06-01T02:30"); day.isBefore(at("2026-11-30T00:00")); day = day.plusDays(1)) {
            names.add("sao-luu-%04d%02d%02d-023000.zip"
                    .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        }
        assertThat(new Retention("sao-luu-", 3, "20261130-000000").kept(names))
                .containsExactlyInAnyOrder(
                        "sao-luu-20261129-023000.zip",
                        "sao-luu-20261128-023000.zip",
                        "sao-luu-20261127-023000.zip",
                        "sao-luu-20261031-023000.zip",
                        "sao-luu-20260930-023000.zip",
                        "sao-luu-20260831-023000.zip",
                        "sao-luu-20260731-023000.zip",
                        "sao-luu-20260630-023000.zip",
                        "sao-luu-20260531-023000.zip",
                        "sao-luu-20260430-023000.zip",
                        "sao-luu-20260331-023000.zip",
                        "sao-luu-20260228-023000.zip",
                        "sao-luu-20260131-023000.zip",
                        "sao-luu-20251231-023000.zip");
        assertThat(new Retention("sao-luu-", 400, "20261130-000000").kept(names))
                .containsAll(names.subList(names.size() - 400, names.size()));
    }

    /** A computer whose clock ran years ahead for a fortnight, or whose battery is empty and which takes it to be 2020. */
    @ParameterizedTest
    @CsvSource({"20261130-000000", "20200103-000000"})
    void packagesThatLieAheadTakeNoOthersPlace(String latest) {
        List<String> right = List.of("sao-luu-20261129-023000.zip", "sao-luu-20261128-023000.zip");
        List<String> wrong = List.of("sao-luu-20300102-023000.zip", "sao-luu-20300101-023000.zip");
        List<String> old = List.of("sao-luu-20200102-023000.zip", "sao-luu-20200101-023000.zip");
        List<String> all = Stream.of(right, wrong, old).flatMap(List::stream).toList();

        assertThat(new Retention("sao-luu-", 2, latest).kept(all))
                .containsAll(latest.startsWith("2026") ? right : old)
                .contains("sao-luu-20300102-023000.zip");
    }

    /** A computer that is switched off over it each night would fill its disk with them. */
    @Test
    void whatNobodyFinishedIsDeletedAndNobodyElsesFile(@TempDir Path folder) throws Exception {
        List<String> others =
                List.of("sao-luu-20261129-023000.zip", "sao-luu-cua-toi.zip.unfinished", "khac.zip.unfinished");
        for (String each : others) {
            Files.createFile(folder.resolve(each));
        }
        Files.createFile(folder.resolve("sao-luu-20261128-023000.zip.unfinished"));

        new Retention("sao-luu-", 3, "20261130-000000").apply(folder);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> String.valueOf(each.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(others);
        }
    }
}
