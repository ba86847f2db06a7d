package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.gazouillis.compose.GapRule;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What a local time means in a zone, before anything is planned for it.
@Path("desk/v1/times")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TimesResource {
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Resolve a local time: once, skipped by the clocks, or twice",
            answer = TimeJson.class,
            problems = {ProblemType.TIME_NOT_PLANNABLE})
    public TimeJson resolve(
            @QueryParam("local") @Nullable String local,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("prefer") @Nullable String prefer,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        if (local == null || zone == null) {
            throw new BadRequestException();
        }
        LocalDateTime wall = GivenTime.local(local);
        ZoneId place = PublishTime.zone(zone);
        GapRule rule = Preference.of(prefer);
        Messages messages = Messages.of(Languages.best(languages));
        return TimeJson.of(wall, place, rule, TimeWords.of(PublishTime.of(wall, place, rule), messages));
    }
}
