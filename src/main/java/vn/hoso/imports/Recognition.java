package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.imports.files.Refusals;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.layouts.Layout;
import vn.hoso.imports.layouts.LayoutFinder;
import vn.hoso.imports.layouts.MonthClaim;
import vn.hoso.imports.layouts.SheetReading;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Finds the sheet to take figures from among those of a file. */
@Component
class Recognition {

    private final ImportMemory memory;

    Recognition(ImportMemory memory) {
        this.memory = memory;
    }

    /**
     * A sheet that can be read.
     *
     * @param described whether a person said where its figures stand
     * @param stated the month it says it is of, null if it does not say
     */
    record Recognised(
            Sheet sheet,
            Layout layout,
            boolean described,
            @Nullable MonthClaim stated) {

        @Nullable
        YearMonth month() {
            return stated == null ? null : stated.month();
        }
    }

    /**
     * The sheet of the wanted month, or the only month there is.
     *
     * @param wanted the month a person chose, null to go by the sheet
     * @return nothing if no sheet has a known layout
     * @throws vn.hoso.shared.RefusedException if the sheets are of other months than the wanted one
     */
    Optional<Recognised> find(List<Sheet> sheets, @Nullable YearMonth wanted, CurrentUser reader) {
        List<Recognised> found = new ArrayList<>();
        for (Sheet sheet : sheets) {
            Optional<Layout> known = LayoutFinder.in(sheet);
            known.or(() -> memory.layout(sheet, reader))
                    .map(layout ->
                            new Recognised(sheet, layout, known.isEmpty(), stated(SheetReading.of(sheet, "", layout))))
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(wanted == null ? only(found) : of(wanted, found));
    }

    private static @Nullable MonthClaim stated(SheetReading reading) {
        String sheet = reading.sheet().name();
        reading.unreadableMonths().stream().findFirst().ifPresent(cell -> {
            throw Refusals.of("row-month", sheet, cell.address(), cell.text());
        });
        List<MonthClaim> rows = reading.months().claims().stream()
                .filter(claim -> claim.source() == MonthClaim.Source.COLUMN)
                .toList();
        if (rows.size() > 1) {
            MonthClaim other = rows.get(1);
            throw Refusals.of(
                    "months",
                    sheet,
                    String.valueOf(other.address()),
                    Formats.month(other.month()),
                    Formats.month(rows.get(0).month()));
        }
        return reading.months().month().isEmpty()
                ? null
                : reading.months().claims().get(0);
    }

    /** Sheets of several months leave the choice to the person. */
    private static Recognised only(List<Recognised> found) {
        Recognised first = found.get(0);
        boolean one = found.stream().map(Recognised::month).distinct().count() == 1;
        return one ? first : new Recognised(first.sheet(), first.layout(), first.described(), null);
    }

    private static Recognised of(YearMonth wanted, List<Recognised> found) {
        return found.stream()
                .filter(each -> wanted.equals(each.month()))
                .findFirst()
                .or(() -> found.stream().filter(each -> each.stated() == null).findFirst())
                .orElseThrow(() -> otherMonth(found.get(0), wanted));
    }

    private static RuntimeException otherMonth(Recognised found, YearMonth wanted) {
        MonthClaim stated = Objects.requireNonNull(found.stated());
        return Refusals.of(
                "other-month",
                found.sheet().name(),
                stated.address() == null ? found.sheet().name() : stated.address(),
                Formats.month(stated.month()),
                Formats.month(wanted));
    }
}
