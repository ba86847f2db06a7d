package org.gazouillis.web.access;

import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.web.OurClasses;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AllowsTest {
    /// What strangers may call; a new line here is a decision.
    private static final List<String> FOR_ANYONE = List.of(
            "AccountsResource.lookup",
            "AccountsResource.one",
            "AccountsResource.statuses",
            "AvatarsResource.avatar",
            "FeedResource.read",
            "FeedsResource.read",
            "HealthResource.live",
            "HealthResource.ready",
            "InstanceResource.read",
            "MediaFilesResource.read",
            "OpenApiResource.describe",
            "PollsResource.one",
            "PreferencesResource.choose",
            "ReportsResource.opened",
            "ReportsResource.seen",
            "SecondInstanceResource.read",
            "SharedReportResource.read",
            "SignOutResource.signOut",
            "StatusesResource.context",
            "StatusesResource.one",
            "StatusesResource.quotes",
            "StatusesResource.several",
            "StreamingResource.everyone",
            "StreamingResource.hashtag",
            "TimelinesResource.everyone",
            "TimelinesResource.hashtag");

    @Test
    void everyMethodOfEveryResourceSaysWhomItAllows() {
        assertThat(methods().toList())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(AccessFeature.required(method)).isNotNull());
    }

    @Test
    void onlyWhatWasDecidedIsOpenToStrangers() {
        assertThat(methods().filter(method -> AccessFeature.required(method) == Access.ANYONE))
                .extracting(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .isSubsetOf(FOR_ANYONE);
    }

    @Test
    void whatChangesSomethingNeedsTheRightToWrite() {
        assertThat(methods().filter(method -> AccessFeature.required(method) == Access.MEMBER_READ))
                .as("methods for readers that change something")
                .filteredOn(method -> !verb(method).equals("GET"))
                .extracting(method -> method.getDeclaringClass().getSimpleName())
                .isSubsetOf("ChecksResource", "SeriesPreviewResource");
    }

    private static Stream<Method> methods() {
        return OurClasses.resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getMethods()))
                .filter(method -> !verb(method).isEmpty());
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
    }
}
