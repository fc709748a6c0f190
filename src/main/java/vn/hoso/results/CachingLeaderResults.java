package vn.hoso.results;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import vn.hoso.results.ResultsCache.Question;
import vn.hoso.security.CurrentUser;

/** Gives the leaders' page's answer again while nothing has changed; everything else is computed anew. */
@Service
@Primary
class CachingLeaderResults implements LeaderQuery {

    private final LeaderService service;
    private final ResultsCache answers;

    CachingLeaderResults(LeaderService service, ResultsCache answers) {
        this.service = service;
        this.answers = answers;
    }

    @Override
    public Optional<LeaderResults> overview(PeriodRequest asked, @Nullable Long rest, CurrentUser reader) {
        return rest == null && asked.knownBefore() == null && reader.seesAllUnits()
                ? answers.answer(new Question(asked), () -> service.overview(asked, null, reader))
                : service.overview(asked, rest, reader);
    }

    @Override
    public Optional<GapResults> gap(
            PeriodRequest asked, @Nullable Long targetId, @Nullable WhatIfAssumption assumption, CurrentUser reader) {
        return service.gap(asked, targetId, assumption, reader);
    }

    @Override
    public Optional<PaperResults> paper(PeriodRequest asked, CurrentUser reader) {
        return service.paper(asked, reader);
    }
}
