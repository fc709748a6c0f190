package vn.hoso.reports.domain;

import java.util.List;

/**
 * A section of the report under a Roman number.
 *
 * @param heading such as "I. KẾT QUẢ"
 * @param blocks its paragraphs, in order
 */
public record Section(String heading, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
