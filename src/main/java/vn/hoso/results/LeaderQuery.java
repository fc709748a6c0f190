package vn.hoso.results;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/**
 * The questions of those who decide, each about one period. Every answer is empty if the year holds no figures for it;
 * the reader decides which units and names it holds.
 */
public interface LeaderQuery {

    /**
     * The one page.
     *
     * @param rest dossiers that the reader expects in the rest of the year; null to expect as last year
     */
    Optional<LeaderResults> overview(PeriodRequest asked, @Nullable Long rest, CurrentUser reader);

    /**
     * Who makes up the gap.
     *
     * @param targetId the target; null for the lowest that the district misses, else its highest
     * @param assumption what if, null for nothing
     */
    Optional<GapResults> gap(
            PeriodRequest asked, @Nullable Long targetId, @Nullable WhatIfAssumption assumption, CurrentUser reader);

    /** Paper though online. */
    Optional<PaperResults> paper(PeriodRequest asked, CurrentUser reader);
}
