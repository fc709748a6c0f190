package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import vn.hoso.results.ResultsCoverage.MissingMonth;
import vn.hoso.security.CurrentUser;

/** Remembers what was gathered of periods until anything behind it changes, and tells each reader what they may see of it. */
@Component
class PeriodResultsMemory {

    private final PeriodResultsQueries periods;
    private final ResultTotals figures;
    private final ResultsRevision revision;
    private final Cache kept;

    PeriodResultsMemory(
            PeriodResultsQueries periods, ResultTotals figures, ResultsRevision revision, CacheManager caches) {
        this.periods = periods;
        this.figures = figures;
        this.revision = revision;
        kept = Objects.requireNonNull(caches.getCache(ResultsCacheConfiguration.PERIODS));
    }

    /** As of {@link PeriodResultsQueries#find}, for one reader. */
    Optional<PeriodResults> find(ResultsRequest asked, CurrentUser reader) {
        return seenBy(reader, asked, revision.mayKeep(asked) ? remembered(asked) : periods.find(asked));
    }

    /** The same for what is remembered itself, or asked for once: nothing is looked up, and nothing kept twice. */
    Optional<PeriodResults> findAnew(ResultsRequest asked, CurrentUser reader) {
        return seenBy(reader, asked, periods.find(asked));
    }

    private Optional<PeriodResults> remembered(ResultsRequest asked) {
        Object key = List.of(asked, revision.ofThisMoment(), revision.today());
        PeriodResults known = kept.get(key, PeriodResults.class);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PeriodResults> found = periods.find(asked);
        found.ifPresent(each -> kept.put(key, each));
        return found;
    }

    private Optional<PeriodResults> seenBy(CurrentUser reader, ResultsRequest asked, Optional<PeriodResults> every) {
        return reader.seesAllUnits()
                ? every
                : every.map(found -> found.seenBy(reader, missing(reader, found.results(), asked)));
    }

    private Map<YearMonth, List<String>> missing(CurrentUser reader, YearResults found, ResultsRequest asked) {
        List<YearMonth> lacking =
                found.coverage().missing().stream().map(MissingMonth::month).toList();
        return lacking.isEmpty() ? Map.of() : figures.missingNames(lacking, reader.unitIds(), asked.asOf());
    }
}
