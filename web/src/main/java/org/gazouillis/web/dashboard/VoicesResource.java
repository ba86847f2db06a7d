package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.listen.Voice;
import org.gazouillis.listen.VoiceCounts;
import org.gazouillis.listen.Voices;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's share of voice, and among whom it is measured.
@Path("desk/v1/brands/{brand}/voices")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VoicesResource {
    @Inject
    private Voices voices;

    @Inject
    private VoiceCounts counts;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the voices among which a brand's share is measured",
            answer = VoiceJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.BRAND_NOT_FOUND)
    public ListJson<VoiceJson> list(@PathParam("brand") String handle) {
        return json(voices.of(brands.named(handle).id()));
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Name two to six voices, in the place of those before, for all members of the brand",
            answer = VoiceJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.QUERY_NOT_UNDERSTOOD, ProblemType.NOT_VALID})
    public ListJson<VoiceJson> keep(@PathParam("brand") String handle, @Nullable VoicesJson body) {
        if (body == null || body.voices() == null) {
            throw new BadRequestException();
        }
        List<Voice> wanted = body.voices().stream().map(VoiceJson::voice).toList();
        return json(voices.keep(brands.named(handle).id(), wanted));
    }

    /// @param from first date of the brand's zone, or instant; else the last 7 days
    /// @param to last date, or instant; else until now
    @GET
    @Path("share")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Count the posts of each voice, whole and by day, with its share of all and its interval of 95 %",
            answer = ShareOfVoiceJson.class,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.PERIOD_NOT_READABLE,
                ProblemType.QUERY_NOT_UNDERSTOOD,
                ProblemType.SEARCH_TOO_BROAD
            })
    public ShareOfVoiceJson share(
            @PathParam("brand") String handle,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        VisibleBrand brand = brands.named(handle);
        Period period = Period.parse(from, to, brand.zone(), clock.instant()).requireAtMost(Step.DAY);
        return ShareOfVoiceJson.of(brand.handle(), counts.of(brand.handle(), period.range()));
    }

    private static ListJson<VoiceJson> json(List<Voice> voices) {
        return ListJson.all(voices.stream().map(VoiceJson::of).toList());
    }
}
