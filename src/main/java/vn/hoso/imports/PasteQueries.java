package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import vn.hoso.fields.ReturnFields;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.imports.layouts.AddedColumns;
import vn.hoso.imports.paste.PasteChoices;
import vn.hoso.imports.paste.PasteMonth;
import vn.hoso.imports.paste.PasteReader;
import vn.hoso.imports.paste.PasteReader.PasteCursor;
import vn.hoso.imports.paste.PastedBlock;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Says what a block of cells would fill in that somebody pastes into a month's grid. Changes nothing. */
@Service
public class PasteQueries {

    private final MonthQueries reading;
    private final Units units;
    private final MemoryQueries memory;
    private final AskedMeasures asked;
    private final ReturnFields fields;
    private final ReturnCalendarSettings calendars;

    PasteQueries(
            MonthQueries reading,
            Units units,
            MemoryQueries memory,
            AskedMeasures asked,
            ReturnFields fields,
            ReturnCalendarSettings calendars) {
        this.reading = reading;
        this.units = units;
        this.memory = memory;
        this.asked = asked;
        this.fields = fields;
        this.calendars = calendars;
    }

    /**
     * The block as it is understood.
     *
     * @param unitId the unit whose row has the cursor
     * @param measure the measure whose column has it
     * @throws UserFacingException if the month is locked, the unit is not one of the reader's, or nothing can be filled in
     */
    public PastedBlock read(
            YearMonth month, String text, long unitId, Measure measure, PasteChoices choices, CurrentUser reader) {
        MonthSnapshot snapshot = reading.read(month, reader);
        int row = IntStream.range(0, snapshot.units().size())
                .filter(at -> snapshot.units().get(at).id() == unitId && reader.mayEnter(unitId))
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "figures.refused.unit"));
        if (!asked.at(month).contains(measure)) {
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.paste-cell");
        }
        if (snapshot.lock() != null) {
            throw new UserFacingException(HttpStatus.CONFLICT, "imports.problem.locked", Formats.month(month));
        }
        return PasteReader.read(text, month(snapshot, reader), new PasteCursor(row, measure), choices);
    }

    private PasteMonth month(MonthSnapshot snapshot, CurrentUser reader) {
        List<Unit> rows = snapshot.units();
        return new PasteMonth(
                snapshot.month(),
                units.all(snapshot.month()),
                rows,
                rows.stream().map(Unit::id).filter(reader::mayEnter).collect(Collectors.toSet()),
                rows.stream()
                        .map(Unit::id)
                        .filter(id -> approved(snapshot.of(id)))
                        .collect(Collectors.toSet()),
                asked.at(snapshot.month()),
                AddedColumns.of(fields.at(snapshot.month())),
                calendars.days(),
                memory.aliases(reader));
    }

    private static boolean approved(@Nullable StoredReturn stored) {
        return stored != null && stored.status() == ReturnStatus.APPROVED;
    }
}
