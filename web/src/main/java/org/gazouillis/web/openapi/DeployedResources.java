package org.gazouillis.web.openapi;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/// The resources that are deployed, described once.
@ApplicationScoped
public class DeployedResources {
    @Inject
    private BeanManager beans;

    private JsonObject document = JsonValue.EMPTY_JSON_OBJECT;

    @PostConstruct
    void describe() {
        List<Class<?>> classes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .distinct()
                .toList();
        document = OpenApiDocument.of(OpenApiDocument.resourcesAmong(classes));
    }

    JsonObject document() {
        return document;
    }
}
