package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.gazouillis.compose.Draft;
import org.gazouillis.compose.Drafts;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What the caller is writing for a brand.
@Path("desk/v1/brands/{brand}/drafts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrandDraftsResource {
    @Inject
    private Drafts drafts;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List your own unsent drafts for a brand, the last saved first",
            answer = DraftJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<DraftJson> list(@PathParam("brand") String brand) {
        return ListJson.all(
                drafts.of(brands.named(brand).id()).stream().map(DraftJson::of).toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Keep what you are writing as a draft",
            answer = DraftJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public Response begin(@PathParam("brand") String brand, @Nullable DraftWish body) {
        if (body == null) {
            throw new BadRequestException();
        }
        PostId post = body.post() == null || body.post().isEmpty() ? null : PostId.parse(body.post());
        Draft draft = drafts.begin(brands.named(brand).id(), post, body.kept());
        return Response.created(URI.create("/api/desk/v1/drafts/" + draft.id()))
                .entity(DraftJson.of(draft))
                .build();
    }
}
