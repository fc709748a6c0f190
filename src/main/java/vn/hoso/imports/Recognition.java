package vn.hoso.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.layouts.MonthClaim;
import vn.hoso.imports.layouts.NotAMonth;
import vn.hoso.imports.layouts.SheetReading;
import vn.hoso.security.CurrentUser;

/** Says what each sheet of a file holds, by what the program knows and by what people described before. */
@Component
class Recognition {

    private final ImportMemory memory;

    Recognition(ImportMemory memory) {
        this.memory = memory;
    }

    List<SheetMeaning> of(String fileName, List<Sheet> sheets, CurrentUser reader) {
        return sheets.stream().map(sheet -> of(sheet, fileName, reader)).toList();
    }

    private SheetMeaning of(Sheet sheet, String fileName, CurrentUser reader) {
        SheetReading known = SheetReading.of(sheet, fileName);
        Optional<ImportMemory.Described> described =
                known.kind() == SheetReading.Kind.NO_FIGURES ? memory.layout(sheet, reader) : Optional.empty();
        SheetReading reading = described
                .map(kept -> SheetReading.of(sheet, fileName, kept.layout()))
                .orElse(known);
        return new SheetMeaning(
                reading,
                described.map(ImportMemory.Described::memory).orElse(null),
                reading.lines().units().stream()
                        .map(line -> new ActSheet.Line(
                                Optional.ofNullable(reading.rowMonths().get(line.row()))
                                        .map(MonthClaim::month)
                                        .orElse(null),
                                line))
                        .toList(),
                unusable(reading));
    }

    /** Why a sheet cannot be read, as the end of a message key. */
    private static @Nullable String unusable(SheetReading reading) {
        return switch (reading.kind()) {
            case OWN_ANNEX -> "own-annex";
            case SEVERAL_TABLES -> "several-tables";
            case NO_FIGURES -> "no-figures";
            case FIGURES ->
                reading.months().others().stream()
                        .map(NotAMonth::reason)
                        .filter(reason -> reason != NotAMonth.Reason.YEAR)
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .findFirst()
                        .orElse(null);
        };
    }
}
