package org.gazouillis.web.engage;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.gazouillis.engage.Report;
import org.gazouillis.engage.ReportCollector;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What readers saw, and what they opened from cards. No thread waits for the disk: the answer goes when the journal
/// says so.
@Path("desk/v1")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportsResource {
    @Inject
    private ReportCollector collector;

    @Inject
    private ViewerOfRequest viewer;

    /// Answers are not written by the journal's only thread.
    @Resource
    private ManagedExecutorService threads;

    @POST
    @Path("views")
    @Allows(Access.ANYONE)
    @Described(
            summary = "Report at most 200 cards that the reader saw; the answer comes when they are on disk",
            status = 202,
            answer = ReceivedJson.class,
            problems = {ProblemType.TOO_LARGE, ProblemType.TOO_MANY_TRIES, ProblemType.NOT_READY})
    public CompletionStage<Response> seen(List<ViewJson> views) {
        return receive(views.stream().map(ViewJson::report));
    }

    @POST
    @Path("openings")
    @Allows(Access.ANYONE)
    @Described(
            summary =
                    "Report at most 200 things that the reader opened from cards; the answer comes when they are on disk",
            status = 202,
            answer = ReceivedJson.class,
            problems = {ProblemType.TOO_LARGE, ProblemType.TOO_MANY_TRIES, ProblemType.NOT_READY})
    public CompletionStage<Response> opened(List<OpeningJson> openings) {
        return receive(openings.stream().map(OpeningJson::report));
    }

    private CompletionStage<Response> receive(Stream<Optional<Report>> read) {
        List<Report> reports = read.flatMap(Optional::stream).toList();
        var kept = collector.collect(viewer.admit(), viewer.browser(), reports);
        Response answer = Response.accepted(new ReceivedJson(reports.size()))
                .cookie(viewer.cookieToSet().stream().toArray(NewCookie[]::new))
                .build();
        return kept.handleAsync((_, failure) -> unless(failure, answer), threads);
    }

    private static Response unless(@Nullable Throwable failure, Response answer) {
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return answer;
    }
}
