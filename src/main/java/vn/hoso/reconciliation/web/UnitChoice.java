package vn.hoso.reconciliation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UnitOptions.Option;
import vn.hoso.units.UnitQueries.Version;

/** The units to choose from, each with the days of it where it is not there all the year. */
final class UnitChoice {

    private UnitChoice() {}

    /** Whoever was a unit on any day of the year, by its last name in it. */
    static UnitOptions of(List<Version> units, int year, DifferenceMessages words) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        Map<Long, List<Version>> byUnit =
                units.stream().collect(Collectors.groupingBy(Version::unitId, LinkedHashMap::new, Collectors.toList()));
        List<Option> choices = new ArrayList<>();
        for (List<Version> names : byUnit.values()) {
            names.sort(Comparator.comparing(Version::from, Comparator.nullsFirst(Comparator.naturalOrder())));
            Version latest = names.get(names.size() - 1);
            LocalDate from = names.get(0).from();
            LocalDate end = latest.end();
            String name = latest.words().name();
            if (from != null && from.isAfter(first)) {
                name = words.say("reconciliation.unit.from", name, Formats.date(from));
            }
            if (end != null && !end.isAfter(last)) {
                name = words.say("reconciliation.unit.until", name, Formats.date(end.minusDays(1)));
            }
            choices.add(new Option(
                    latest.unitId(), latest.words().code(), latest.words().name(), name));
        }
        return new UnitOptions(choices, first, last);
    }
}
