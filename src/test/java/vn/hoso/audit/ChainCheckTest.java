package vn.hoso.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoso.audit.ChainFault.Added;
import vn.hoso.audit.ChainFault.Altered;
import vn.hoso.audit.ChainFault.EndDiffers;
import vn.hoso.audit.ChainFault.KeptEndDiffers;
import vn.hoso.audit.ChainFault.Missing;
import vn.hoso.audit.ChainFault.RowName;

class ChainCheckTest {

    private static final Instant MORNING = Instant.parse("2024-10-05T03:40:00.123456Z");

    private static TrailRow row(long sequence, String detail, String previous, String hash) {
        return new TrailRow(
                sequence,
                MORNING.plusSeconds(sequence),
                7L,
                "Trần Văn Phòng",
                "figures.saved",
                "2024-09",
                detail,
                YearMonth.of(2024, 9),
                List.of(2L, 3L),
                null,
                null,
                "127.0.0.1",
                null,
                previous,
                hash);
    }

    private static TrailRow sealed(long sequence, String detail, String previous) {
        return row(sequence, detail, previous, ChainText.hash(row(sequence, detail, previous, "")));
    }

    private static List<TrailRow> chain(int length) {
        List<TrailRow> rows = new ArrayList<>();
        String ends = ChainText.BEGINNING;
        for (int i = 1; i <= length; i++) {
            TrailRow next = sealed(i, "dòng " + i, ends);
            rows.add(next);
            ends = next.hash();
        }
        return rows;
    }

    private static ChainEnd end(List<TrailRow> rows) {
        return rows.isEmpty()
                ? new ChainEnd(0, ChainText.BEGINNING)
                : new ChainEnd(rows.size(), rows.get(rows.size() - 1).hash());
    }

    private static List<ChainFault> faults(List<TrailRow> rows, ChainEnd end, @Nullable ChainEnd kept) {
        ChainCheck check = new ChainCheck(end, kept);
        rows.forEach(check::next);
        return check.report().faults();
    }

    private static RowName named(long sequence) {
        return new RowName(sequence, MORNING.plusSeconds(sequence), "Trần Văn Phòng");
    }

    @Test
    void passesASoundChainOfAnyLength() {
        for (int length : List.of(0, 1, 2, 6)) {
            List<TrailRow> rows = chain(length);
            assertThat(faults(rows, end(rows), null)).isEmpty();
        }
    }

    @Test
    void namesEachAlteredRowAndNoneBehindIt() {
        List<TrailRow> rows = chain(6);
        ChainEnd end = end(rows);
        rows.set(2, row(3, "khác", rows.get(2).previousHash(), rows.get(2).hash()));
        rows.set(4, row(5, "khác", rows.get(4).previousHash(), rows.get(4).hash()));

        assertThat(faults(rows, end, null)).containsExactly(new Altered(named(3)), new Altered(named(5)));
    }

    @Test
    void namesTheRowAfterOneThatWasSealedAgain() {
        List<TrailRow> rows = chain(6);
        ChainEnd end = end(rows);
        rows.set(2, sealed(3, "khác", rows.get(2).previousHash()));

        assertThat(faults(rows, end, null)).containsExactly(new Altered(named(4)));
    }

    @Test
    void findsTheLastRowSealedAgainByTheRecordedEnd() {
        List<TrailRow> rows = chain(6);
        ChainEnd end = end(rows);
        rows.set(5, sealed(6, "khác", rows.get(5).previousHash()));

        assertThat(faults(rows, end, null)).containsExactly(new EndDiffers(named(6)));
    }

    static Stream<List<Integer>> gaps() {
        return Stream.of(List.of(1, 1), List.of(1, 2), List.of(3, 3), List.of(3, 5), List.of(6, 6), List.of(5, 6));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void namesWhatIsGoneByItsNeighbours(List<Integer> gap) {
        List<TrailRow> rows = chain(6);
        ChainEnd end = end(rows);
        rows.removeIf(row -> row.sequence() >= gap.get(0) && row.sequence() <= gap.get(1));

        assertThat(faults(rows, end, null))
                .containsExactly(new Missing(
                        gap.get(0),
                        gap.get(1),
                        gap.get(0) == 1 ? null : named(gap.get(0) - 1),
                        gap.get(1) == 6 ? null : named(gap.get(1) + 1)));
    }

    @Test
    void missesEverythingWhenNothingIsLeft() {
        assertThat(faults(List.of(), end(chain(3)), null)).containsExactly(new Missing(1, 3, null, null));
    }

    @Test
    void namesARowThatTheProgramDidNotAdd() {
        List<TrailRow> rows = chain(6);
        ChainEnd end = end(rows);
        rows.add(sealed(7, "thêm", end.hash()));

        assertThat(faults(rows, end, null)).containsExactly(new Added(named(7)));
    }

    @Test
    void namesARowThatTookTheSameNumber() {
        List<TrailRow> rows = chain(3);
        ChainEnd end = end(rows);
        rows.add(2, sealed(2, "thêm", rows.get(1).hash()));

        assertThat(faults(rows, end, null)).contains(new Added(named(2)));
    }

    @Test
    void findsAChainRewrittenAsAWholeByAnEndThatWasKept() {
        List<TrailRow> rows = chain(6);
        ChainEnd noted = new ChainEnd(4, rows.get(3).hash());
        assertThat(faults(rows, end(rows), noted)).isEmpty();

        List<TrailRow> forged = new ArrayList<>(rows.subList(0, 2));
        String ends = rows.get(1).hash();
        for (int i = 3; i <= 6; i++) {
            forged.add(sealed(i, "giả " + i, ends));
            ends = forged.get(i - 1).hash();
        }
        assertThat(faults(forged, end(forged), null)).isEmpty();
        assertThat(faults(forged, end(forged), noted)).containsExactly(new KeptEndDiffers(noted));
    }

    @Test
    void writesNoTwoRowsAlike() {
        TrailRow one = row(1, "a", ChainText.BEGINNING, "");
        TrailRow shifted = new TrailRow(
                1,
                one.at(),
                7L,
                one.actorName(),
                one.action(),
                "2024-09a",
                "",
                one.month(),
                one.unitIds(),
                null,
                null,
                one.address(),
                null,
                one.previousHash(),
                "");
        TrailRow emptyInsteadOfNull = new TrailRow(
                1,
                one.at(),
                7L,
                one.actorName(),
                one.action(),
                one.subject(),
                "a",
                one.month(),
                one.unitIds(),
                null,
                "",
                one.address(),
                null,
                one.previousHash(),
                "");

        assertThat(ChainText.hash(one))
                .hasSize(64)
                .isNotEqualTo(ChainText.hash(shifted))
                .isNotEqualTo(ChainText.hash(emptyInsteadOfNull));
    }
}
