package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.gazouillis.compose.Snippets;
import org.gazouillis.kernel.SnippetId;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One template, snippet or variable.
@Path("desk/v1/snippets/{id}")
@RequestScoped
public class SnippetsResource {
    @Inject
    private Snippets snippets;

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a template, snippet or variable",
            status = 204,
            problems = {ProblemType.SNIPPET_NOT_FOUND})
    public void remove(@PathParam("id") String id) {
        snippets.remove(SnippetId.parse(id));
    }
}
