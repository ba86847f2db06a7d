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
import org.gazouillis.compose.Snippets;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's templates, snippets and variables, for programs.
@Path("desk/v1/brands/{brand}/snippets")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrandSnippetsResource {
    @Inject
    private Snippets snippets;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's templates, snippets and variables",
            answer = SnippetJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<SnippetJson> list(@PathParam("brand") String brand) {
        return ListJson.all(snippets.of(brands.named(brand).id()).stream()
                .map(SnippetJson::of)
                .toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Keep a template, snippet or variable under its name, in the place of an older one",
            answer = SnippetJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public SnippetJson keep(@PathParam("brand") String brand, @Nullable SnippetJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return SnippetJson.of(snippets.keep(brands.named(brand).id(), body.idea()));
    }
}
