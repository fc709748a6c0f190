package vn.hoso.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hoso.organisation.OfficialUnits;
import vn.hoso.organisation.OfficialUnits.Formation;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.organisation.Organisations;
import vn.hoso.units.UnitQueries.Version;

/** What the official list knows of a reorganisation, as lines to begin with. */
@Component
public class ReorganisationProposal {

    /** On this day the districts ended and communes were put together anew. */
    public static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    private final UnitQueries units;
    private final OfficialUnits official;
    private final Organisations organisations;

    ReorganisationProposal(UnitQueries units, OfficialUnits official, Organisations organisations) {
        this.units = units;
        this.official = official;
        this.organisations = organisations;
    }

    /**
     * The lines of the reorganisation of 01/07/2025 as far as the official list knows them, and the end of the offices of a district;
     * empty where none of its communes comes of units of ours alone.
     */
    public String lines() {
        List<Version> before = units.findOn(TWO_TIERS.minusDays(1));
        Map<String, String> codes = before.stream()
                .collect(Collectors.toMap(each -> UnitList.folded(each.words().name()), each -> each.words()
                        .code()));
        // Names come again in other provinces: ours is the one where most of them fit.
        List<Formation> formed = official.formations().stream()
                .filter(each -> each.from().size() > 1
                        && each.from().stream().allMatch(name -> codes.containsKey(UnitList.folded(name))))
                .collect(Collectors.groupingBy(Formation::province))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
        List<String> lines = new ArrayList<>(formed.stream()
                .map(each -> each.unit().name() + "; " + each.unit().code() + "; "
                        + each.unit().levelName() + " = "
                        + each.from().stream()
                                .map(name -> codes.get(UnitList.folded(name)))
                                .collect(Collectors.joining(", ")))
                .toList());
        if (!lines.isEmpty() && organisations.at(TWO_TIERS.minusDays(1)).level() == OrganisationLevel.DISTRICT) {
            before.stream()
                    .filter(each -> each.words().kind().office())
                    .map(each -> each.words().code())
                    .reduce((one, other) -> one + ", " + other)
                    .ifPresent(offices -> lines.add("- " + offices));
        }
        return String.join("\n", lines);
    }
}
