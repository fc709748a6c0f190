package vn.hoso.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an organisation and its level are called is data: no text and no line of the program knows a huyện or a tỉnh of its own. */
class OrganisationWordsTest {

    private static final Pattern A_LEVEL = Pattern.compile("(?i)huyện|toàn (tỉnh|xã|phường)|UBND (tỉnh|xã)|Tuy Phước");

    /** Where the words are asked for, explained or read in what others wrote. */
    private static final List<String> MAY_NAME_LEVELS = List.of(
            "messages/organisation.properties", "vn/hoso/organisation/", "vn/hoso/imports/layouts/", "vn/hoso/demo/");

    @Test
    void noTextAndNoLineKnowsWhoseProgramItIs() throws IOException {
        List<String> found = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/resources/messages", "src/main/resources/reports")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|properties)"))
                        .toList()) {
                    String name = file.toString().replace('\\', '/');
                    if (MAY_NAME_LEVELS.stream().noneMatch(name::contains)) {
                        Files.readString(file)
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.startsWith("*") && !line.startsWith("/") && !line.startsWith("#"))
                                .filter(line -> A_LEVEL.matcher(line).find())
                                .forEach(line -> found.add(name + ": " + line));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
