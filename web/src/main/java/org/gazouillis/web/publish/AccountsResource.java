package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.publish.AccountBook;
import org.gazouillis.publish.Accounts;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One account, for programs.
@Path("desk/v1/accounts/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
    @Inject
    private Accounts accounts;

    @Inject
    private AccountBook book;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "Read an account", answer = AccountJson.class, problems = ProblemType.ACCOUNT_NOT_FOUND)
    public AccountJson read(@PathParam("id") String id) {
        return AccountJson.of(book.one(AccountId.parse(id)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Switch an account off or on, or give it a new token",
            answer = AccountJson.class,
            problems = {ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_VALID})
    public AccountJson change(@PathParam("id") String id, @Nullable AccountChangeJson body) {
        AccountId account = AccountId.parse(id);
        if (body == null || (body.enabled() == null && body.token() == null)) {
            book.one(account);
            throw new BadRequestException();
        }
        if (body.token() != null) {
            accounts.renew(account, body.token(), body.expiresAt());
        }
        if (body.enabled() != null) {
            book.switchTo(account, body.enabled());
        }
        return AccountJson.of(book.one(account));
    }

    @POST
    @Path("test")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Ask the network whether the account's access still works",
            answer = AccountJson.class,
            problems = {ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_VALID})
    public AccountJson test(@PathParam("id") String id) {
        return AccountJson.of(accounts.test(AccountId.parse(id)));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Disconnect an account and destroy its access",
            status = 204,
            problems = {ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_VALID})
    public void disconnect(@PathParam("id") String id) {
        book.disconnect(AccountId.parse(id));
    }
}
