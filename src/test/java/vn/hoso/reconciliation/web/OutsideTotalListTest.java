package vn.hoso.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoso.figures.domain.Measure;
import vn.hoso.period.EntryWindow;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.reconciliation.web.OutsideTotalList.Row;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

/** A pasted list of totals: whose each line is, and what is asked back instead of guessed. */
class OutsideTotalListTest {

    private static final UnitKind COMMUNE = new UnitKind("COMMUNE", "xã", "Xã", List.of(), 1, false);

    private static Row only(String line) {
        List<Row> rows = new OutsideTotalList(
                        new EntryWindow(YearMonth.of(2020, 1), YearMonth.of(2024, 12)),
                        day -> List.of(new Unit(7, "X7", "Xã Phước An", COMMUNE)),
                        "Toàn huyện",
                        Measure::name)
                .read(line, ValueSource.NOTICE, "Thông báo 15", LocalDate.of(2024, 12, 1));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** Of merged cells only the first row has the name: the others are no totals of the whole district. */
    @Test
    void takesABlankForNoUnit() {
        Row blank = only(";09/2024;DOSSIERS_RECEIVED;120");

        assertThat(blank.draft()).isNull();
        assertThat(blank.problem()).isEqualTo("reconciliation.list.problem.no-unit");
    }

    @Test
    void saysWhoseTotalItTakesALineFor() {
        Row unit = only("x7;09/2024;DOSSIERS_RECEIVED;120");
        assertThat(unit.unit()).isEqualTo("Xã Phước An");
        assertThat(unit.draft().figure().unitId()).isEqualTo(7);

        Row whole = only("TOÀN HUYỆN;2024;DOSSIERS_RECEIVED;1.250");
        assertThat(whole.unit()).isEqualTo("Toàn huyện");
        assertThat(whole.draft().figure().unitId()).isNull();
    }
}
