package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.hoso.results.ScopeResults;

/** What the report rests on: the instruments of the targets it judges, and the district's plan behind section IV. */
final class Grounds {

    private Grounds() {}

    /** One line each; all end in a semicolon, the last in a full stop. */
    static List<String> of(ScopeResults district, ReportPhrases wording) {
        Set<String> titles = new LinkedHashSet<>();
        Stream.concat(district.verdicts().stream(), district.aspirations().stream())
                .flatMap(verdict -> verdict.target().instruments().stream())
                .map(Citation::full)
                .forEach(titles::add);
        if (titles.stream().noneMatch(title -> title.startsWith("Kế hoạch"))) {
            titles.add("Kế hoạch năm 2024 của " + wording.committee()
                    + " về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao thuộc lĩnh vực hành"
                    + " chính công");
        }
        List<String> lines = new ArrayList<>();
        titles.forEach(title -> lines.add("Căn cứ " + title + (lines.size() + 1 < titles.size() ? ";" : ".")));
        return lines;
    }
}
