package org.gazouillis.web.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.Redirector;
import org.gazouillis.link.ShortLink;
import org.gazouillis.link.ShortLinks;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One short link, for programs.
@Path("desk/v1/links/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinkResource {
    private static final int MOST_DAYS = 731;

    @Inject
    private ShortLinks links;

    @Inject
    private Redirector redirector;

    @Inject
    private OwnAddress own;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a short link",
            answer = LinkJson.class,
            problems = {ProblemType.LINK_NOT_FOUND})
    public LinkJson read(@PathParam("id") String id) {
        return LinkJson.of(links.one(LinkId.parse(id)), own);
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Change where a short link leads, until when, or switch it off",
            answer = LinkJson.class,
            problems = {ProblemType.LINK_NOT_FOUND, ProblemType.NOT_VALID})
    public LinkJson change(@PathParam("id") String id, @Nullable LinkChangeJson body) {
        LinkChangeJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        ShortLink link = links.change(LinkId.parse(id), wish.change());
        redirector.forget(link.code());
        return LinkJson.of(link, own);
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Delete a short link for good; its code is never given again",
            status = 204,
            problems = {ProblemType.LINK_NOT_FOUND})
    public void delete(@PathParam("id") String id) {
        redirector.forget(links.delete(LinkId.parse(id)).code());
    }

    @GET
    @Path("days")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a short link's clicks by day of the brand's clock",
            answer = LinkDayJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.LINK_NOT_FOUND})
    public ListJson<LinkDayJson> days(@PathParam("id") String id, @QueryParam("days") @DefaultValue("90") int days) {
        return ListJson.all(links.days(LinkId.parse(id), Math.clamp(days, 1, MOST_DAYS)).stream()
                .map(LinkDayJson::of)
                .toList());
    }
}
