package vn.hoso.imports.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedSheet;

/** Sheets made with the troubles that are seen: each figure is right, asked about or refused, and none is wrong. */
class MadeSheetsTest {

    private static final int SHEETS = 2500;
    private static final long SEED = 766;

    @Test
    void storesNoFigureUnderAnotherMonthUnitOrColumn() {
        List<String> wrong = new ArrayList<>();
        int whole = 0;
        for (int at = 0; at < SHEETS; at++) {
            MadeSheet made = new MadeSheet(new Random(SEED + at));
            ParsedSheet sheet = made.make();
            PlainPath read = PlainPath.of(List.of(sheet), made.month.file(), PlainPath.UNITS_2024);
            for (Map.Entry<String, Map<Measure, Long>> stored : read.stored().entrySet()) {
                Map<Measure, Long> truth = made.truth.getOrDefault(stored.getKey(), Map.of());
                if (!truth.entrySet().containsAll(stored.getValue().entrySet())) {
                    wrong.add(at + ": " + stored + " instead of " + truth + "\n" + text(sheet, made));
                    break;
                }
            }
            if (read.asked().isEmpty() && read.stored().equals(made.truth)) {
                whole++;
            } else if (read.asked().isEmpty()) {
                wrong.add(at + ": lost without a word\n" + text(sheet, made));
            }
        }
        assertThat(wrong.stream().limit(3)).as("%d of %d", wrong.size(), SHEETS).isEmpty();
        assertThat(whole).as("read whole without a question").isEqualTo(1247);
    }

    private static String text(ParsedSheet sheet, MadeSheet made) {
        StringBuilder text = new StringBuilder(sheet.name() + " | " + made.month.file() + "\n");
        sheet.rows().forEach(row -> text.append(row.number())
                .append(row.cells().entrySet().stream()
                        .map(cell -> " " + cell.getKey() + "=" + cell.getValue().text())
                        .toList())
                .append('\n'));
        return text.toString();
    }
}
