package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.publish.Doubts;
import org.gazouillis.publish.Receipts;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One post on one account, for programs: its receipt, and a person's word where nobody else can tell.
@Path("desk/v1/publications/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PublicationsResource {
    @Inject
    private Receipts receipts;

    @Inject
    private Doubts doubts;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read the receipt of one publication",
            answer = ReceiptJson.class,
            problems = ProblemType.PUBLICATION_NOT_FOUND)
    public ReceiptJson read(@PathParam("id") String id) {
        return ReceiptJson.of(receipts.one(PublicationId.parse(id)));
    }

    @POST
    @Path("look-again")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Have a publication in doubt looked up once more",
            answer = ReceiptJson.class,
            problems = {ProblemType.PUBLICATION_NOT_FOUND, ProblemType.PUBLICATION_SETTLED})
    public ReceiptJson lookAgain(@PathParam("id") String id) {
        return ReceiptJson.of(doubts.lookAgain(PublicationId.parse(id)));
    }

    @POST
    @Path("it-is-there")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say that a publication in doubt is there",
            answer = ReceiptJson.class,
            problems = {ProblemType.PUBLICATION_NOT_FOUND, ProblemType.PUBLICATION_SETTLED})
    public ReceiptJson itIsThere(@PathParam("id") String id) {
        return ReceiptJson.of(doubts.itIsThere(PublicationId.parse(id)));
    }

    @POST
    @Path("send-again")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Say that a publication is not there, and have it sent again",
            answer = ReceiptJson.class,
            problems = {ProblemType.PUBLICATION_NOT_FOUND, ProblemType.PUBLICATION_SETTLED})
    public ReceiptJson sendAgain(@PathParam("id") String id) {
        return ReceiptJson.of(doubts.sendAgain(PublicationId.parse(id)));
    }
}
