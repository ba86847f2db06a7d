package org.gazouillis.web.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.ShortLink;
import org.gazouillis.link.ShortLinks;
import org.gazouillis.link.ShortenedText;
import org.gazouillis.link.Shortener;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's short links, for programs.
@Path("desk/v1/brands/{brand}/links")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {
    @Inject
    private ShortLinks links;

    @Inject
    private Shortener shortener;

    @Inject
    private OwnAddress own;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's short links, the newest first",
            answer = LinkJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<LinkJson> list(
            @PathParam("brand") String brand,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("40") int limit) {
        LinkId before = cursor == null ? new LinkId(Long.MAX_VALUE) : LinkId.parse(cursor);
        CampaignId of = campaign == null ? null : CampaignId.parse(campaign);
        return ListJson.of(links.newest(id(brand), of, before, limit), link -> LinkJson.of(link, own));
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Open a short link",
            answer = LinkJson.class,
            status = 201,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.CAMPAIGN_NOT_FOUND,
                ProblemType.NOT_VALID,
                ProblemType.CONFLICT
            })
    public Response open(@PathParam("brand") String brand, @Nullable NewLinkJson body) {
        NewLinkJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        ShortLink link = links.open(wish.order(id(brand)));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(LinkJson.of(link, own)),
                "/api/desk/v1/links/" + link.id());
    }

    @POST
    @Path("texts")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Put short links into a text in the place of its addresses",
            answer = ShortenedJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.CAMPAIGN_NOT_FOUND})
    public ShortenedJson shorten(@PathParam("brand") String brand, @Nullable LongTextJson body) {
        LongTextJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        CampaignId campaign =
                wish.campaign() == null || wish.campaign().isBlank() ? null : CampaignId.parse(wish.campaign());
        ShortenedText shortened = shortener.shorten(
                id(brand), campaign, Optional.ofNullable(wish.text()).orElse(""));
        return ShortenedJson.of(shortened, own);
    }

    private BrandId id(String brand) {
        return brands.named(brand).id();
    }
}
