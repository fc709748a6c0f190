package vn.hoso.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demonstration begins with. */
class DemonstrationFilesTest {

    /** It stands at a day of its own, which is the program's clock and not the database's. */
    @ParameterizedTest
    @ValueSource(strings = {"world.sql", "one-stop-shops.sql"})
    void theDayIsTheProgramsAndNotTheComputers(String file) throws IOException {
        assertThat(Files.readString(Path.of("db/demo", file)))
                .isNotBlank()
                .doesNotContainIgnoringCase("now()")
                .doesNotContainIgnoringCase("current_")
                .doesNotContainIgnoringCase("_timestamp()");
    }
}
