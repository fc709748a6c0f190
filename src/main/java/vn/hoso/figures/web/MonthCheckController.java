package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.MayEnterFigures;

/** Runs the rules of a save over rows that are still being typed, and saves nothing. */
@Controller
class MonthCheckController {

    private final UnusualFigures unusual;
    private final AskedMeasures asked;
    private final UnitMonthLookup places;
    private final FiguresMessages words;

    MonthCheckController(UnusualFigures unusual, AskedMeasures asked, UnitMonthLookup places, FiguresMessages words) {
        this.unusual = unusual;
        this.asked = asked;
        this.places = places;
        this.words = words;
    }

    /**
     * What a row would hear if it were saved now.
     *
     * @param problems by field, why it could not be
     * @param findings what it would have to explain, one sentence each
     */
    record Check(Map<String, String> problems, List<String> findings) {}

    /** By unit, for the rows sent. */
    @MayEnterFigures
    @PostMapping("/figures/{month}/checks")
    @ResponseBody
    Map<Long, Check> check(
            @PathVariable YearMonth month,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal CurrentUser writer) {
        MonthForm form = MonthForm.of(fields, asked.at(month));
        // The answer tells of a unit's past, so it goes to those who may see it.
        places.refuseForeign(form, month, writer);
        Map<Long, ReturnInput.Reading> readings = new LinkedHashMap<>();
        Map<Long, ReturnFigures> readable = new LinkedHashMap<>();
        form.rows().forEach((unit, row) -> {
            ReturnInput.Reading reading = row.text().read();
            readings.put(unit, reading);
            if (reading.figures() != null) {
                readable.put(unit, reading.figures());
            }
        });
        Map<Long, List<UnusualFinding>> findings = unusual.find(month, readable);
        Map<Long, Check> checks = new LinkedHashMap<>();
        readings.forEach((unit, reading) -> checks.put(
                unit,
                new Check(
                        problems(reading.problems()),
                        findings.getOrDefault(unit, List.of()).stream()
                                .filter(finding -> !finding.askedBy(reading.problems()))
                                .map(words::finding)
                                .toList())));
        return checks;
    }

    private Map<String, String> problems(List<RuleViolation> problems) {
        Map<String, String> byField = new LinkedHashMap<>();
        problems.forEach(problem -> byField.putIfAbsent(problem.field(), words.problem(problem)));
        return byField;
    }
}
