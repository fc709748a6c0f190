package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.hoso.exports.ResultsExport;
import vn.hoso.reports.ReportDraft;
import vn.hoso.reports.ReportFiles;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;

/** How long a year's whole set of files takes, and how much memory, for a district of 23 units and for 500. */
@Tag("benchmark")
class ReportSetBenchmark {

    private static final int ROUNDS = 5;

    @Test
    void writesTheSetOfADistrictAndOfFiveHundredUnits() {
        Measured few = measured(SampleYears.provisional2024());
        Measured many = measured(withUnits(500));

        System.out.printf("report set,  23 units: %.2f s, heap at most %d MiB%n", few.seconds(), few.mebibytes());
        System.out.printf("report set, 500 units: %.2f s, heap at most %d MiB%n", many.seconds(), many.mebibytes());
        System.out.printf("500 units take %.1f times as long as 23%n", many.seconds() / few.seconds());
        // Twenty-two times as many rows must not take the square of that.
        assertThat(many.seconds() / few.seconds()).isLessThan(60);
    }

    private record Measured(double seconds, long mebibytes) {}

    /** The median round after one that warms up; memory is the heap's peak over all rounds. */
    private static Measured measured(YearResults results) {
        write(results);
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<Long> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            write(results);
            rounds.add(System.nanoTime() - start);
        }
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Measured(rounds.stream().sorted().toList().get(ROUNDS / 2) / 1e9, peak / (1024 * 1024));
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void write(YearResults results) {
        ReportText text = ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);
        assertThat(ReportFiles.set(new ReportDraft(results, text, SampleYears.TODAY, null)))
                .hasSize(3);
        assertThat(ResultsExport.of(results, ResultsGeography.AS_REPORTED).asCsv())
                .isNotEmpty();
    }

    /** The units of the sample year again and again, each under a name of its own. */
    private static YearResults withUnits(int wanted) {
        YearResults sample = SampleYears.provisional2024();
        List<ScopeResults> units = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            ScopeResults unit = sample.units().get(i % sample.units().size());
            units.add(new ScopeResults(
                    unit.scope() + "-" + i,
                    unit.name() + " " + i,
                    (long) i + 1,
                    unit.kind(),
                    unit.counts(),
                    unit.rates(),
                    unit.verdicts(),
                    unit.aspirations(),
                    unit.expectedMonths(),
                    unit.reportedMonths()));
        }
        return new YearResults(
                sample.period(),
                sample.publication(),
                sample.district(),
                units,
                sample.coverage(),
                sample.openItems(),
                sample.provisional(),
                sample.demonstration(),
                sample.organisation(),
                null);
    }
}
