package vn.hoso.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How packages are kept ({@code hoso.backup}).
 *
 * @param enabled whether one is made each night
 * @param folder where; empty for {@code backups} in the data folder
 * @param secondFolder another disk or computer to which each is copied as well; empty for none
 * @param at the time of day from which the day's package is due; a computer that was off then makes it later that day
 * @param keep how many nightly packages are kept, 1 to 400; besides the last one of each of twelve months
 * @param drillEvery how often the latest one is restored for a trial; 0 for never
 */
@ConfigurationProperties("hoso.backup")
record BackupProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String folder,
        @DefaultValue("") String secondFolder,
        @DefaultValue("02:30") LocalTime at,
        @DefaultValue("14") int keep,
        @DefaultValue("30d") Duration drillEvery) {

    BackupProperties {
        if (keep < 1 || keep > 400) {
            throw new IllegalArgumentException("hoso.backup.keep must be 1 to 400");
        }
    }

    Path folder(String dataFolder) {
        return (folder.isBlank() ? Path.of(dataFolder).resolve("backups") : Path.of(folder))
                .toAbsolutePath()
                .normalize();
    }

    @Nullable
    Path second() {
        return secondFolder.isBlank()
                ? null
                : Path.of(secondFolder).toAbsolutePath().normalize();
    }
}
