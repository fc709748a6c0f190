package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hoso.Messages;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;

/** Texts whose keys are completed while the program runs. */
class WorkflowWordsTest {

    private static final Map<String, String> MESSAGES = Messages.VIETNAMESE.all();

    @ParameterizedTest
    @EnumSource(WorkflowError.class)
    void everyRefusalHasItsSentence(WorkflowError refusal) {
        assertThat(MESSAGES).containsKey("figures.refusal." + refusal.name());
    }

    @Test
    void everySoftRuleHasItsSentenceAndNoOther() {
        assertThat(MESSAGES.keySet())
                .filteredOn(key -> key.startsWith("figures.finding."))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList("unclassified", "sameAsLastMonth", "cumulative", "zeroAfterRun", "jump").stream()
                                .map("figures.finding."::concat)
                                .toList());
    }
}
