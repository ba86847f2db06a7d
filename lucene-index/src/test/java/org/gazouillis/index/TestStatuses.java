package org.gazouillis.index;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Span;

import static org.assertj.core.api.Assertions.assertThat;

/// A small world of statuses, one minute apart by id, public unless said otherwise.
record TestStatuses(StatusDocument document) {

    /// The machine of a test may be busy; time limits have their own test.
    static final IndexSettings PATIENT = new IndexSettings(16, Duration.ofSeconds(30));

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /// A visitor's standpoint, in London's winter.
    static final Standpoint VISITOR = Standpoint.of(ZoneOffset.UTC, Instant.parse("2026-03-04T12:30:00Z"));

    static TestStatuses status(long id, String text) {
        return new TestStatuses(new StatusDocument(
                id,
                7,
                "marie",
                text,
                "fr",
                START.plusSeconds(60 * id),
                true,
                0,
                0,
                0,
                "gazouillis",
                entities(text, Hashtags.in(text)),
                entities(text, Hashtags.mentionsIn(text)),
                urls(text),
                0,
                0,
                0,
                0,
                "",
                false,
                false,
                false,
                false,
                false,
                false));
    }

    TestStatuses by(String author) {
        return with("handle", author);
    }

    TestStatuses in(String language) {
        return with("lang", language);
    }

    TestStatuses at(String instant) {
        return with("createdAt", Instant.parse(instant));
    }

    TestStatuses of(long owner, long voice) {
        return with("workspace", owner).with("brand", voice);
    }

    TestStatuses onlyFor(long owner, long voice) {
        return of(owner, voice).with("isPublic", false);
    }

    TestStatuses liked(long times) {
        return with("likes", times);
    }

    /// The same with another component, named as in [StatusDocument].
    TestStatuses with(String component, Object value) {
        RecordComponent[] components = StatusDocument.class.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            boolean known = false;
            for (int i = 0; i < values.length; i++) {
                boolean wanted = components[i].getName().equals(component);
                values[i] = wanted ? value : components[i].getAccessor().invoke(document);
                known |= wanted;
            }
            assertThat(known).as(component).isTrue();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new TestStatuses(
                    StatusDocument.class.getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException wrongValue) {
            throw new IllegalArgumentException(component + " cannot be " + value, wrongValue);
        }
    }

    private static List<String> entities(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> text.substring(span.start() + 1, span.end()))
                .toList();
    }

    private static List<String> urls(String text) {
        var urls = new ArrayList<String>();
        for (String word : text.split("\\s+", -1)) {
            if (word.startsWith("https://")) {
                urls.add(word);
            }
        }
        return urls;
    }

    static void put(StatusIndex index, TestStatuses... statuses) {
        var documents = new ArrayList<StatusDocument>();
        for (TestStatuses status : statuses) {
            documents.add(status.document());
        }
        index.put(documents);
        index.makeVisible();
    }

    static List<Long> find(StatusIndex index, String query, SearchScope scope, Standpoint standpoint) {
        return ids(index.search(SearchRequest.newest(query, scope, 100, null, standpoint)));
    }

    static List<Long> find(StatusIndex index, String query, SearchScope scope) {
        return find(index, query, scope, VISITOR);
    }

    static List<Long> find(StatusIndex index, String query) {
        return find(index, query, SearchScope.publicOnly());
    }

    static List<Long> ids(SearchPage page) {
        return page.hits().stream().map(Hit::id).toList();
    }
}
