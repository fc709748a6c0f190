package vn.hoso.readiness.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.RateView;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.ReadinessQueries.Form;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.units.Unit;

/**
 * A unit's form of a quarter, ready to print.
 *
 * @param quarter such as III/2024
 * @param address such as 2024-Q3
 * @param suggested the earlier quarter with whose values the form is filled in, null where it is not
 * @param versions what was stored of the quarter, the latest first
 * @param writable whether this reader enters for the unit
 * @param meanwhile what somebody else stored while this reader typed, null if nobody did
 */
record ReadinessFormView(
        String quarter,
        String address,
        long unitId,
        String unit,
        @Nullable String suggested,
        List<Version> versions,
        boolean writable,
        @Nullable Version meanwhile) {

    /**
     * A stored form.
     *
     * @param none that the unit has no one-stop shop; the numbers are "—" then
     */
    record Version(
            String by,
            String when,
            boolean none,
            String officials,
            String computers,
            String signatures,
            String line,
            String scanners,
            @Nullable String lacking) {}

    static ReadinessFormView of(
            Quarter quarter, Unit unit, List<Form> forms, boolean writable, boolean late, PageMessages wording) {
        List<Version> versions = forms.stream()
                .filter(each -> each.quarter().equals(quarter))
                .map(each -> version(each, wording))
                .toList();
        return new ReadinessFormView(
                quarter.name(),
                quarter.address(),
                unit.id(),
                unit.name(),
                versions.isEmpty() && !forms.isEmpty() && !late
                        ? forms.get(0).quarter().name()
                        : null,
                versions,
                writable,
                late && !versions.isEmpty() ? versions.get(0) : null);
    }

    private static Version version(Form form, PageMessages wording) {
        Equipment said = form.equipment();
        return new Version(
                wording.author(form.by()),
                Formats.time(form.at()),
                !said.shop(),
                number(said.officials()),
                number(said.withComputer()),
                number(said.withSignature()),
                ReadinessView.line(said),
                number(said.scanners()),
                said.lacking());
    }

    private static String number(@Nullable Integer number) {
        return number == null ? RateView.NONE : Formats.count(number);
    }
}
