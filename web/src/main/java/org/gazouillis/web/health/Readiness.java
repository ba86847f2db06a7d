package org.gazouillis.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.gazouillis.kernel.HealthCheck;
import org.jboss.logging.Logger;

/// Asks every part of the house whether it works.
@ApplicationScoped
public class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class);

    @Inject
    @Any
    private Instance<HealthCheck> parts;

    HealthJson ask() {
        return HealthJson.of(parts.stream()
                .map(Readiness::ask)
                .sorted(Comparator.comparing(HealthJson.Check::name))
                .toList());
    }

    private static HealthJson.Check ask(HealthCheck part) {
        try {
            HealthCheck.State state = part.check();
            return new HealthJson.Check(part.name(), state.up() ? "UP" : "DOWN", state.detail());
        } catch (RuntimeException broken) {
            LOG.warnf(broken, "The part %s is not ready", part.name());
            return new HealthJson.Check(part.name(), "DOWN", "does not answer");
        }
    }
}
