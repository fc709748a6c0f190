package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.figures.domain.Figures.sound;
import static vn.hoso.figures.domain.Figures.with;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

class MonthEditComparisonTest {

    private static final long DIEU_TRI = 2;
    private static final Instant AT = Instant.parse("2024-10-05T03:32:00Z");
    private static final ReturnAuthor COLLEAGUE = new ReturnAuthor(9L, "Trần Văn Đồng");

    private static final ReturnFigures MINE = with(sound(), Measure.FULL_PROCESS_ONLINE, 81);
    private static final ReturnFigures THEIRS = with(sound(), Measure.FULL_PROCESS_ONLINE, 90);

    @Test
    void whatEqualsTheStoredFiguresIsNoChangeWhateverVersionWasSeen() {
        for (int seen : new int[] {0, 1, 2, 3}) {
            MonthEditComparison comparison = comparison(row(seen, THEIRS), stored(sound(), THEIRS));

            assertThat(comparison.fresh()).isEmpty();
            assertThat(comparison.stale()).isEmpty();
        }
    }

    @ParameterizedTest(name = "version {0} seen, 2 stored: fresh {1}")
    @CsvSource({"0, false", "1, false", "2, true", "3, false"})
    void aChangeIsFreshOnlyOnTheVersionItsWriterSaw(int seen, boolean fresh) {
        MonthEdit.Row row = row(seen, MINE);
        MonthEditComparison comparison = comparison(row, stored(sound(), THEIRS));

        assertThat(comparison.fresh()).isEqualTo(fresh ? List.of(row) : List.of());
        assertThat(comparison.stale()).isEqualTo(fresh ? List.of() : List.of(row));
    }

    @Test
    void aConflictTellsWhatIsStoredWhoStoredItAndWhen() {
        MonthEditComparison comparison = comparison(row(1, MINE), stored(sound(), THEIRS));

        assertThat(comparison.conflicts(carriedAlong -> false))
                .containsExactly(new SaveOutcome.Conflict(DIEU_TRI, 2, THEIRS, "Trần Văn Đồng", AT));
    }

    @Test
    void aRowMerelyCarriedAlongIsNoConflictAndDoesNotReplaceTheNewerFigures() {
        MonthEditComparison comparison = comparison(row(1, sound()), stored(sound(), THEIRS));

        assertThat(comparison.conflicts(row -> row.figures().equals(sound()))).isEmpty();
        assertThat(comparison.fresh()).isEmpty();
    }

    @Test
    void theFirstReturnOfAUnitIsFresh() {
        MonthEdit.Row row = row(0, MINE);

        assertThat(comparison(row, Map.of()).fresh()).containsExactly(row);
        assertThat(comparison(row, Map.of()).stale()).isEmpty();
    }

    @Test
    void aBlankRowOfAUnitWithoutAReturnIsNoChange() {
        MonthEditComparison comparison = comparison(row(0, ReturnFigures.BLANK), Map.of());

        assertThat(comparison.fresh()).isEmpty();
        assertThat(comparison.stale()).isEmpty();
    }

    @Test
    void emptyingAStoredRowIsAChange() {
        MonthEdit.Row row = row(2, ReturnFigures.BLANK);

        assertThat(comparison(row, stored(sound(), THEIRS)).fresh()).containsExactly(row);
    }

    @Test
    void aVersionThatNeverWasIsNoConflictWhereNothingIsStored() {
        MonthEdit.Row row = row(5, MINE);
        MonthEditComparison comparison = comparison(row, Map.of());

        assertThat(comparison.conflicts(carriedAlong -> false)).isEmpty();
        assertThat(comparison.fresh()).containsExactly(row);
    }

    private static MonthEditComparison comparison(MonthEdit.Row row, Map<Long, MonthlyReturn> stored) {
        return new MonthEditComparison(List.of(row), stored);
    }

    private static MonthEdit.Row row(int seen, ReturnFigures figures) {
        return new MonthEdit.Row(DIEU_TRI, seen, figures);
    }

    /** A return that was entered once for each of these figures. */
    private static Map<Long, MonthlyReturn> stored(ReturnFigures... history) {
        MonthlyReturn stored = new MonthlyReturn(DIEU_TRI, YearMonth.of(2024, 9));
        for (ReturnFigures figures : history) {
            stored.enter(
                    figures,
                    ReturnSource.FORM,
                    new CurrentUser(9, "dong", COLLEAGUE.name(), Role.UNIT_STAFF, Set.of(stored.unitId())),
                    AT);
        }
        return Map.of(DIEU_TRI, stored);
    }
}
