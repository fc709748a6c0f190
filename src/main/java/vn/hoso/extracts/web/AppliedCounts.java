package vn.hoso.extracts.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.hoso.extracts.ExtractCounts;
import vn.hoso.extracts.ExtractCounts.CountedPlace;
import vn.hoso.extracts.ExtractCounts.Withdrawal;
import vn.hoso.extracts.ExtractFile;
import vn.hoso.extracts.web.ExtractForms.WithdrawalForm;
import vn.hoso.extracts.web.ExtractPages.Choice;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.RowKey;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The part of a list's page that shows what it counted, and what of that can be taken out of use. */
@Component
class AppliedCounts {

    private final ExtractCounts counts;
    private final Units units;
    private final PageMessages messages;

    AppliedCounts(ExtractCounts counts, Units units, PageMessages messages) {
        this.counts = counts;
        this.units = units;
        this.messages = messages;
    }

    /**
     * What an applied list counted for a unit and month.
     *
     * @param standing why it does not count now, null where it does
     */
    record Counted(
            String unit,
            String month,
            String path,
            @Nullable String standing,
            List<String> numbers) {}

    /** A month that it counted, where its returns are submitted. */
    record CountedMonth(String address, String name) {}

    void show(ExtractFile file, CurrentUser reader, Model model) {
        List<Counted> shown = new ArrayList<>();
        List<Choice> withdrawable = new ArrayList<>();
        Map<YearMonth, Map<Long, CountedPlace>> places = file.appliedAt() == null
                ? Map.of()
                : counts.counted(file.id()).stream()
                        .collect(Collectors.groupingBy(
                                CountedPlace::month,
                                TreeMap::new,
                                Collectors.toMap(CountedPlace::unitId, each -> each)));
        places.forEach((month, byUnit) -> units.visibleTo(reader, month).stream()
                .filter(unit -> byUnit.containsKey(unit.id()))
                .forEach(unit -> {
                    CountedPlace place = Objects.requireNonNull(byUnit.get(unit.id()));
                    shown.add(counted(file, unit, place));
                    if (place.inForce() && reader.is(Role.REVIEWER)) {
                        withdrawable.add(new Choice(
                                new RowKey(unit.id(), month).text(), unit.name() + ", " + Formats.month(month)));
                    }
                }));
        model.addAttribute("counts", shown);
        model.addAttribute(
                "countedMonths",
                places.keySet().stream()
                        .map(month -> new CountedMonth(month.toString(), Formats.month(month)))
                        .toList());
        model.addAttribute("withdrawable", withdrawable);
        model.addAttribute("wholeList", WithdrawalForm.WHOLE);
        if (!model.containsAttribute(WithdrawalForm.NAME)) {
            model.addAttribute(WithdrawalForm.NAME, new WithdrawalForm("", ""));
        }
        model.addAttribute(
                "measures",
                Measure.OWN.stream()
                        .map(each -> "figures.measure." + each.field())
                        .toList());
    }

    private Counted counted(ExtractFile file, Unit unit, CountedPlace place) {
        return new Counted(
                unit.name(),
                Formats.month(place.month()),
                "/extracts/" + file.id() + "/counts?unit=" + unit.id() + "&month=" + place.month(),
                standing(place.inForce(), place.withdrawal()),
                Measure.OWN.stream()
                        .map(measure -> place.numbers().containsKey(measure)
                                ? Formats.count(place.numbers().get(measure))
                                : "–")
                        .toList());
    }

    /** Why a count does not count now; null where it does. */
    @Nullable
    String standing(boolean inForce, @Nullable Withdrawal withdrawal) {
        if (inForce) {
            return null;
        }
        return withdrawal == null
                ? messages.of("extracts.counts.replaced")
                : messages.of(
                        "extracts.counts.withdrawn",
                        withdrawal.by(),
                        Formats.time(withdrawal.at()),
                        withdrawal.reason());
    }
}
