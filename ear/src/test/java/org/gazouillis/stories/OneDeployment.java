package org.gazouillis.stories;

import java.io.File;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.AnnotationDeploymentScenarioGenerator;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;

/// Deploys the built EAR once for the whole suite. Arquillian alone would deploy it for every test class.
public final class OneDeployment implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.override(DeploymentScenarioGenerator.class, AnnotationDeploymentScenarioGenerator.class, BuiltEar.class)
                .observer(Once.class);
    }

    /// The EAR as Maven built it, plus the classes that test from within. They go into the WAR: a second WAR would
    /// have no sign-in mechanism.
    public static final class BuiltEar implements DeploymentScenarioGenerator {
        @Override
        public List<DeploymentDescription> generate(TestClass testClass) {
            EnterpriseArchive ear = ShrinkWrap.createFromZipFile(
                    EnterpriseArchive.class, new File(System.getProperty("gazouillis.ear")));
            ear.getAsType(WebArchive.class, "/web.war")
                    .addPackages(true, "org.gazouillis.inside")
                    .addAsLibrary(jarOf(Assertions.class));
            return List.of(new DeploymentDescription("gazouillis", ear).shouldBeTestable(true));
        }

        private static File jarOf(Class<?> type) {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().getPath());
        }
    }

    /// Lets the first round of each event through, and hands the scenario of the first class to all that follow.
    static final class Once {
        @Inject
        @ClassScoped
        @SuppressWarnings("NullAway.Init")
        private InstanceProducer<DeploymentScenario> scenario;

        private @Nullable DeploymentScenario first;
        private boolean deployed;

        void generate(@Observes EventContext<GenerateDeployment> event) {
            if (first == null) {
                event.proceed();
                first = scenario.get();
            } else {
                scenario.set(first);
            }
        }

        void deploy(@Observes EventContext<DeployManagedDeployments> event) {
            if (!deployed) {
                deployed = true;
                event.proceed();
            }
        }

        /// The server stops after the last class, and its base folder with the deployment is laid anew next time.
        void undeploy(@Observes EventContext<UnDeployManagedDeployments> event) {}
    }
}
