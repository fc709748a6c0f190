package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoso.figures.domain.WorkflowError;

/** Texts whose keys are completed while the program runs. */
class WorkflowWordsTest {

    private static final Properties MESSAGES = load();

    private static Properties load() {
        Properties messages = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(text);
            return messages;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(WorkflowError.class)
    void everyRefusalHasItsSentence(WorkflowError refusal) {
        assertThat(MESSAGES).containsKey("figures.refusal." + refusal.name());
    }

    @Test
    void everySoftRuleHasItsSentenceAndNoOther() {
        assertThat(MESSAGES.stringPropertyNames())
                .filteredOn(key -> key.startsWith("figures.finding."))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList("unclassified", "sameAsLastMonth", "cumulative", "zeroAfterRun", "jump").stream()
                                .map("figures.finding."::concat)
                                .toList());
    }
}
