package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.compose.Policies;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's house rules for its posts, for programs.
@Path("desk/v1/brands/{brand}/rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HouseRulesResource {
    @Inject
    private Policies policies;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a brand's house rules: banned words, vocabulary, hashtags, descriptions of images",
            answer = RulesJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public RulesJson read(@PathParam("brand") String brand) {
        return RulesJson.of(policies.of(id(brand)), null);
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Set a brand's house rules; planned posts with a banned word are held",
            answer = RulesJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.CHANGED_MEANWHILE})
    public RulesJson change(@PathParam("brand") String brand, @Nullable RulesJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        BrandId id = id(brand);
        int held = policies.change(id, body.policy(), body.revision());
        return RulesJson.of(policies.of(id), held);
    }

    private BrandId id(String brand) {
        return brands.named(brand).id();
    }
}
