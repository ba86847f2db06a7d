package org.gazouillis.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.security.ApiTokens;
import org.gazouillis.security.MemberNotFound;
import org.gazouillis.tenancy.Members;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// `/operator/tokens`.
@Path("operator/tokens")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    @Inject
    private ApiTokens tokens;

    @Inject
    private Members members;

    @POST
    @Allows(Access.OPERATOR)
    @Described(
            summary = "Make an API token of a member, or of the first owner of a brand",
            answer = TokenJson.class,
            status = 201,
            problems = {ProblemType.MEMBER_NOT_FOUND})
    public Response issue(@Nullable TokenWish wish) {
        if (wish == null) {
            throw new BadRequestException();
        }
        return Response.status(Response.Status.CREATED)
                .entity(new TokenJson(tokens.issue(member(wish), scopes(wish))))
                .build();
    }

    private static Set<String> scopes(TokenWish wish) {
        List<String> wished = wish.scopes();
        return wished == null
                ? ApiTokens.SCOPES
                : wished.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private MemberId member(TokenWish wish) {
        String email = wish.email();
        if (email != null) {
            return members.byEmail(email).orElseThrow(() -> new MemberNotFound(email));
        }
        String brand = wish.brand() == null ? "" : wish.brand();
        return members.firstOwnerOf(brand).orElseThrow(() -> new MemberNotFound("@" + brand));
    }
}
