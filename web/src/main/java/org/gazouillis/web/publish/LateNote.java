package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.LateRule;
import org.gazouillis.publish.PublishingRules;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// Beside a post that is being written (`?brand=&post=`): what becomes of it when it is late.
@Named
@RequestScoped
public class LateNote {
    @Inject
    private Shell shell;

    @Inject
    private PublishingRules rules;

    @Inject
    private HttpServletRequest request;

    public String getText() {
        VisibleBrand brand = shell.brandOrFirst();
        String post = request.getParameter("post");
        LateRule rule = post == null || post.isBlank()
                ? rules.of(brand.id()).late()
                : rules.ofPost(brand.id(), PostId.parse(post));
        return shell.texts().text("rules.note." + RulesPage.word(rule.policy()), rule.minutes());
    }
}
