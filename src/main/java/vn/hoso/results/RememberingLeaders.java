package vn.hoso.results;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import vn.hoso.results.RememberedAnswers.Question;
import vn.hoso.security.CurrentUser;

/** Gives the leaders' page's answer again while nothing has changed; everything else is computed anew. */
@Service
@Primary
class RememberingLeaders implements LeaderQuery {

    private final LeaderService service;
    private final RememberedAnswers answers;

    RememberingLeaders(LeaderService service, RememberedAnswers answers) {
        this.service = service;
        this.answers = answers;
    }

    @Override
    public Optional<LeaderResults> overview(PeriodAsked asked, @Nullable Long rest, CurrentUser reader) {
        return rest == null && asked.knownBefore() == null && reader.seesAllUnits()
                ? answers.answer(new Question(asked), () -> service.overview(asked, null, reader))
                : service.overview(asked, rest, reader);
    }

    @Override
    public Optional<GapResults> gap(
            PeriodAsked asked, @Nullable Long targetId, @Nullable Assumption assumption, CurrentUser reader) {
        return service.gap(asked, targetId, assumption, reader);
    }

    @Override
    public Optional<PaperResults> paper(PeriodAsked asked, CurrentUser reader) {
        return service.paper(asked, reader);
    }
}
