package vn.hoso.reports.domain;

import java.util.List;

/**
 * What a report has to say of the one issued before it.
 *
 * @param named the earlier report as a sentence names it
 * @param replaced whether it covers the same period, so that the new one takes its place
 * @param sentences the figures that were corrected since; empty if none was
 */
public record Restated(String named, boolean replaced, List<String> sentences) {

    public Restated {
        sentences = List.copyOf(sentences);
    }
}
