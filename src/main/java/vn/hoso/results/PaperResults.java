package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;

/**
 * Dossiers handed in on paper although their procedure is offered online (solution 3.3 of the plan).
 *
 * @param results the period
 * @param years the years that hold figures, in order
 * @param months its months
 * @param units the units, most paper first, each by the order of documents
 * @param total all units together
 */
public record PaperResults(
        YearResults results, List<Integer> years, List<YearMonth> months, List<PaperSeries> units, PaperSeries total) {}
