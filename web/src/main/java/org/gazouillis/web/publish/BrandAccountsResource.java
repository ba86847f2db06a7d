package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.gazouillis.publish.AccountBook;
import org.gazouillis.publish.Accounts;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A brand's accounts, for programs.
@Path("desk/v1/brands/{brand}/accounts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrandAccountsResource {
    @Inject
    private Accounts accounts;

    @Inject
    private AccountBook book;

    @Inject
    private BrandNames brands;

    @Context
    private UriInfo uri;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List a brand's accounts and how they are",
            answer = AccountJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<AccountJson> list(@PathParam("brand") String brand) {
        return ListJson.all(
                book.of(brands.named(brand).id()).stream().map(AccountJson::of).toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Connect an account on Mastodon, a webhook or a feed",
            answer = AccountJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public Response connect(@PathParam("brand") String brand, @Nullable NewAccountJson body) {
        NewAccountJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        AccountJson account = AccountJson.of(accounts.connect(
                wish.wish(brands.named(brand).id()), uri.getBaseUri().resolve("feeds/")));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(account), "/api/desk/v1/accounts/" + account.id());
    }
}
