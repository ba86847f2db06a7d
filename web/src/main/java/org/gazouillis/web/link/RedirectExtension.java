package org.gazouillis.web.link;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.gazouillis.link.Redirector;

/// Puts [RedirectHandler] before the application's servlets. The server finds this class by its name in
/// `META-INF/services`, before there are beans: [RedirectServlet] lays the redirector ready when it is started.
public final class RedirectExtension implements ServletExtension {
    static final String REDIRECTOR = Redirector.class.getName();

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(
                next -> new RedirectHandler(() -> (Redirector) context.getAttribute(REDIRECTOR), next));
    }
}
