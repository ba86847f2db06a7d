package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.schedule.Occurrence;
import org.gazouillis.schedule.SeriesPlanner;
import org.gazouillis.schedule.SeriesReader;
import org.gazouillis.schedule.SeriesSheet;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One recurring series, for programs.
@Path("desk/v1/series/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
    @Inject
    private SeriesPlanner planner;

    @Inject
    private SeriesReader reader;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a recurring series",
            answer = SeriesJson.class,
            problems = {ProblemType.NOT_FOUND})
    public SeriesJson read(@PathParam("id") String id) {
        return SeriesJson.of(reader.one(SeriesId.parse(id)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change a series; posts that are out or were changed by hand stay as they are",
            answer = SeriesJson.class,
            problems = {
                ProblemType.NOT_FOUND,
                ProblemType.CONFLICT,
                ProblemType.TEXT_NOT_POSTABLE,
                ProblemType.TIME_NOT_PLANNABLE,
                ProblemType.NOT_VALID
            })
    public SeriesJson change(@PathParam("id") String id, @Nullable NewSeriesJson body) {
        NewSeriesJson change = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        SeriesSheet sheet = reader.one(SeriesId.parse(id));
        int version = change.version() == null ? sheet.version() : change.version();
        planner.change(sheet.id(), version, change.over(sheet.wish()));
        return read(id);
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "End a series and take back its posts to come",
            answer = SeriesJson.class,
            problems = {ProblemType.NOT_FOUND})
    public SeriesJson end(@PathParam("id") String id) {
        planner.end(SeriesId.parse(id));
        return read(id);
    }

    @POST
    @Path("pause")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Pause a series and take back its posts to come",
            answer = SeriesJson.class,
            problems = {ProblemType.NOT_FOUND})
    public SeriesJson pause(@PathParam("id") String id) {
        planner.pause(SeriesId.parse(id));
        return read(id);
    }

    @POST
    @Path("resume")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Let a paused or ended series go on; what is past stays past",
            answer = SeriesJson.class,
            problems = {ProblemType.NOT_FOUND})
    public SeriesJson resume(@PathParam("id") String id) {
        planner.resume(SeriesId.parse(id));
        return read(id);
    }

    @GET
    @Path("occurrences")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the next occurrences of a series, left out ones too",
            answer = OccurrenceJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.NOT_FOUND})
    public ListJson<OccurrenceJson> occurrences(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        Messages messages = Messages.of(Languages.best(languages));
        List<Occurrence> coming = reader.coming(SeriesId.parse(id), Math.clamp(limit, 1, 200));
        return ListJson.all(
                coming.stream().map(each -> OccurrenceJson.of(each, messages)).toList());
    }

    @PUT
    @Path("skips/{local}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Leave one occurrence of a series out, named by its local time",
            status = 204,
            problems = {ProblemType.NOT_FOUND, ProblemType.NOT_VALID})
    public void skip(@PathParam("id") String id, @PathParam("local") String local) {
        planner.skip(SeriesId.parse(id), GivenTime.local(local));
    }

    @DELETE
    @Path("skips/{local}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Let an occurrence that was left out happen after all",
            status = 204,
            problems = {ProblemType.NOT_FOUND})
    public void restore(@PathParam("id") String id, @PathParam("local") String local) {
        planner.restore(SeriesId.parse(id), GivenTime.local(local));
    }
}
