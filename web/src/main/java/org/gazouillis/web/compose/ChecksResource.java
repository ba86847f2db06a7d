package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.FollowedLinks;
import org.gazouillis.compose.PostComposer;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.i18n.Languages;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What there is to say about a post while it is being written; nothing is saved.
@Path("desk/v1/brands/{brand}/checks")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
    /// Who writes does not wait for a slow server; what it says later stands in the next answer.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    private PostComposer composer;

    @Inject
    private BrandNames brands;

    @Inject
    private FollowedLinks links;

    /// @param post the post that is being edited, which is no twin of itself
    @POST
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Check a post before it is saved",
            answer = PostJson.RemarkJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.ACCOUNT_NOT_FOUND, ProblemType.TIME_NOT_PLANNABLE})
    public ListJson<PostJson.RemarkJson> check(
            @PathParam("brand") String brand,
            @QueryParam("post") @Nullable String post,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Nullable NewPostJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        VisibleBrand visible = brands.named(brand);
        WishedTime time = body.time(visible);
        PostOrder order = body.order(visible, time);
        links.follow(composer.leads(order), PATIENCE);
        List<Check> found = composer.checks(order, post == null ? null : PostId.parse(post));
        Messages messages = Messages.of(Languages.best(languages));
        return ListJson.all(Stream.concat(found.stream(), time.remark().stream())
                .map(each -> PostJson.RemarkJson.of(each, RemarkWords.of(each, messages)))
                .toList());
    }
}
