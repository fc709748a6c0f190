package vn.hoso.imports;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people answered about one file: it holds for this file alone. */
record ImportChoices(Map<String, String> byQuestion) {

    static final ImportChoices NONE = new ImportChoices(Map.of());

    private static final String SHEETS = "sheets";
    private static final String MONTH = "month-";
    private static final String YEAR = "year-";
    private static final String UNIT = "unit-";

    ImportChoices {
        byQuestion = Map.copyOf(byQuestion);
    }

    /** How the cells or rows of a kind are read; nothing while nobody has said. */
    Optional<String> of(CellQuestion.Kind kind) {
        return Optional.ofNullable(byQuestion.get(kind.field()));
    }

    /** The places of the sheets that a person chose, from 0; nothing if nobody did. */
    Optional<Set<Integer>> sheets() {
        return Optional.ofNullable(byQuestion.get(SHEETS)).map(text -> Arrays.stream(text.split(","))
                .filter(each -> !each.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet()));
    }

    /** The month that a person chose for a sheet. */
    Optional<YearMonth> month(int sheet) {
        return Optional.ofNullable(byQuestion.get(monthField(sheet))).map(YearMonth::parse);
    }

    /** The year that a person said the months of a sheet are of. */
    Optional<Integer> year(int sheet) {
        return Optional.ofNullable(byQuestion.get(yearField(sheet))).map(Integer::valueOf);
    }

    /** The unit that a person chose where name and code disagree, 0 for none. */
    Optional<Long> unit(String key) {
        return Optional.ofNullable(byQuestion.get(UNIT + key)).map(Long::valueOf);
    }

    static String sheetsField() {
        return SHEETS;
    }

    static String monthField(int sheet) {
        return MONTH + sheet;
    }

    static String yearField(int sheet) {
        return YEAR + sheet;
    }

    static String unitField(String key) {
        return UNIT + key;
    }
}
