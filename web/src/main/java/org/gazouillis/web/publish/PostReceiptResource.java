package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.Receipts;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A post's receipts, for programs.
@Path("desk/v1/posts/{id}/receipt")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PostReceiptResource {
    @Inject
    private Receipts receipts;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read what became of a post on each account, with every try",
            answer = ReceiptJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.POST_NOT_FOUND)
    public ListJson<ReceiptJson> read(@PathParam("id") String id) {
        return ListJson.all(
                receipts.of(PostId.parse(id)).stream().map(ReceiptJson::of).toList());
    }
}
