package org.gazouillis.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/// Puts a guard before every method of every resource, and refuses to deploy one that does not say whom it allows.
@Provider
@ApplicationScoped
public class AccessFeature implements DynamicFeature {
    @Inject
    private Caller caller;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (!method.getDeclaringClass().getName().startsWith("org.gazouillis.")) {
            return;
        }
        context.register(new AccessGuard(required(method), caller));
    }

    /// @throws IllegalStateException when the method does not say whom it allows
    static Access required(Method method) {
        Allows allows = method.getAnnotation(Allows.class);
        if (allows == null) {
            throw new IllegalStateException(method + " does not say whom it allows: add @Allows(Access.…).");
        }
        return allows.value();
    }
}
