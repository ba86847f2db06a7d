package org.gazouillis.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gazouillis.intake.BulkMode;
import org.gazouillis.intake.BulkPlans;
import org.gazouillis.intake.BulkRun;
import org.gazouillis.intake.BulkShow;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One file of posts: how far it is, its rows and their faults; mending, planning, taking back.
@Path("desk/v1/bulk/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {
    private static final String CSV = "text/csv; charset=utf-8";

    @Inject
    private BulkPlans plans;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Tell how far a file of posts is",
            answer = BulkJson.class,
            problems = ProblemType.IMPORT_NOT_FOUND)
    public BulkJson one(@PathParam("id") String id) {
        return BulkJson.of(plans.find(BulkId.parse(id)));
    }

    @GET
    @Path("rows")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the rows of a file of posts: all, wrong, warned, right or planned",
            answer = BulkRowJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.NOT_VALID})
    public ListJson<BulkRowJson> rows(
            @PathParam("id") String id,
            @QueryParam("show") @DefaultValue("all") String show,
            @QueryParam("cursor") @DefaultValue("0") int cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        BulkRun run = plans.find(BulkId.parse(id));
        return ListJson.of(
                plans.rows(run.id(), BulkShow.of(show), cursor, limit), row -> BulkRowJson.of(row, run.columns()));
    }

    @PATCH
    @Path("rows/{row}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Write cells of a row anew and have it looked at again",
            answer = BulkRowJson.class,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.CONFLICT, ProblemType.NOT_VALID})
    public BulkRowJson mend(@PathParam("id") String id, @PathParam("row") int row, @Nullable BulkRowChangeJson body) {
        BulkRowChangeJson change = needed(body);
        BulkRun run = plans.find(BulkId.parse(id));
        Map<String, String> cells = Objects.requireNonNullElse(change.cells(), Map.of());
        return BulkRowJson.of(plans.mend(run.id(), row, cells), run.columns());
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say which column means what, the date format or the zone of the whole file",
            answer = BulkJson.class,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.CONFLICT, ProblemType.NOT_VALID})
    public BulkJson say(@PathParam("id") String id, @Nullable BulkWishJson body) {
        return BulkJson.of(plans.say(BulkId.parse(id), needed(body).wish()));
    }

    @POST
    @Path("replace")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Write another text into every cell of a column that holds this one",
            answer = BulkJson.class,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.CONFLICT, ProblemType.NOT_VALID})
    public BulkJson replace(@PathParam("id") String id, @Nullable BulkReplaceJson body) {
        BulkReplaceJson change = needed(body);
        return BulkJson.of(
                plans.replace(BulkId.parse(id), text(change.column()), text(change.from()), text(change.to())));
    }

    @POST
    @Path("commit")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Plan the rows that are right: all-or-nothing or row-by-row",
            answer = BulkJson.class,
            status = 202,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.CONFLICT, ProblemType.NOT_VALID})
    public Response commit(@PathParam("id") String id, @Nullable BulkCommitJson body) {
        BulkMode mode = BulkMode.of(text(needed(body).mode()));
        return Response.accepted(BulkJson.of(plans.commit(BulkId.parse(id), mode)))
                .build();
    }

    @POST
    @Path("undo")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Cancel what a file planned and has not gone out",
            answer = BulkJson.class,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.CONFLICT})
    public BulkJson undo(@PathParam("id") String id) {
        return BulkJson.of(plans.undo(BulkId.parse(id)));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Throw away a file of which nothing is planned",
            status = 204,
            problems = {ProblemType.IMPORT_NOT_FOUND, ProblemType.CONFLICT})
    public void discard(@PathParam("id") String id) {
        plans.discard(BulkId.parse(id));
    }

    @GET
    @Path("errors.csv")
    @Produces(CSV)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save the errors of a file: line, column, value, rule, reason, mend",
            type = "text/csv",
            problems = ProblemType.IMPORT_NOT_FOUND)
    public Response errors(@PathParam("id") String id) {
        BulkRun run = plans.find(BulkId.parse(id));
        StreamingOutput rows = out -> plans.writeErrors(run.id(), out);
        return Response.ok(rows, CSV)
                .header(Attachment.HEADER, Attachment.named(run.fileName() + ".errors.csv"))
                .build();
    }

    private static <T> T needed(@Nullable T body) {
        return Optional.ofNullable(body).orElseThrow(BadRequestException::new);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
