package vn.hoso.audit.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hoso.audit.ChainEnd;
import vn.hoso.audit.ChainVerification;
import vn.hoso.audit.TrailLine;
import vn.hoso.audit.TrailMessages;
import vn.hoso.audit.TrailSearch;
import vn.hoso.audit.UnitNameLookup;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;

/** Lays out the page of the trail. */
@Component
class AuditViewAssembler {

    private static final int LINES = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss, dd/MM/uuuu").withZone(Formats.ZONE);

    private final TrailSearch search;
    private final ChainVerification chain;
    private final TrailMessages words;
    private final UnitNameLookup unitNames;

    AuditViewAssembler(TrailSearch search, ChainVerification chain, TrailMessages words, UnitNameLookup unitNames) {
        this.search = search;
        this.chain = chain;
        this.words = words;
        this.unitNames = unitNames;
    }

    AuditView page(AuditForm asked) {
        UnitOptions all = unitNames.all();
        UnitField unit = asked.field(all);
        UnitField person = asked.personField(search.users(asked.person(), asked.personText()));
        AuditForm form = asked.resolved(person, unit);
        AuditForm.Reading reading = form.read();
        Map<Long, String> units = UnitNameLookup.byId(all);
        List<String> problems = new ArrayList<>(reading.problems());
        Map.of("unit", unit, "person", person).forEach((name, field) -> {
            if (field.wrong()) {
                problems.add(name);
            }
        });
        List<TrailLine> found =
                problems.isEmpty() ? search.lines(reading.filter(), reading.before(), LINES + 1) : List.of();
        List<TrailLine> shown = found.stream().limit(LINES).toList();
        ChainEnd end = chain.end();
        return new AuditView(
                form,
                problems,
                person,
                unit,
                actions(),
                shown.stream().map(line -> line(line, units)).toList(),
                found.size() > LINES
                        ? "/audit" + form.query(shown.get(LINES - 1).sequence())
                        : null,
                reading.before() == null ? null : "/audit" + form.query(null),
                "/audit/trail.csv" + form.query(null),
                end.length() + ":" + end.hash());
    }

    /** The page without a search, for its other form when that was refused. */
    AuditView page() {
        return page(new AuditForm("", null, "", null, "", "", "", "", ""));
    }

    private Map<String, String> actions() {
        Map<String, String> named = new LinkedHashMap<>();
        search.actions().forEach(code -> named.put(code, words.action(code)));
        return named;
    }

    private AuditView.Line line(TrailLine line, Map<Long, String> units) {
        boolean named = line.changes().stream().anyMatch(each -> each.unit() != null);
        String concerned = line.units().stream()
                .map(unit -> units.getOrDefault(unit, "#" + unit))
                .collect(Collectors.joining(", "));
        String origin = Stream.of(line.address(), line.request())
                .filter(each -> each != null)
                .collect(Collectors.joining(" · "));
        return new AuditView.Line(
                line.sequence(),
                TIME.format(line.at()),
                words.user(line.user()),
                words.sentence(line),
                named ? "" : concerned,
                words.changes(line, units),
                line.changes().size(),
                line.reason(),
                origin.isEmpty() ? null : origin);
    }
}
