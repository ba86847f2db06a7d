package org.gazouillis.index;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Span;

/// A small world of statuses, one minute apart by id, public unless said otherwise.
record TestStatuses(
        long id, String handle, String text, String lang, boolean isPublic, long workspace, long brand, long likes) {

    /// The machine of a test may be busy; time limits have their own test.
    static final IndexSettings PATIENT = new IndexSettings(16, Duration.ofSeconds(30));

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    static TestStatuses status(long id, String text) {
        return new TestStatuses(id, "marie", text, "fr", true, 0, 0, 0);
    }

    TestStatuses by(String author) {
        return new TestStatuses(id, author, text, lang, isPublic, workspace, brand, likes);
    }

    TestStatuses in(String language) {
        return new TestStatuses(id, handle, text, language, isPublic, workspace, brand, likes);
    }

    TestStatuses of(long owner, long voice) {
        return new TestStatuses(id, handle, text, lang, isPublic, owner, voice, likes);
    }

    TestStatuses onlyFor(long owner, long voice) {
        return new TestStatuses(id, handle, text, lang, false, owner, voice, likes);
    }

    TestStatuses liked(long times) {
        return new TestStatuses(id, handle, text, lang, isPublic, workspace, brand, times);
    }

    StatusDocument document() {
        return new StatusDocument(
                id,
                7,
                handle,
                text,
                lang,
                START.plusSeconds(60 * id),
                isPublic,
                workspace,
                brand,
                0,
                "gazouillis",
                entities(Hashtags.in(text)),
                entities(Hashtags.mentionsIn(text)),
                urls(),
                0,
                likes,
                0,
                0);
    }

    private List<String> entities(List<Span> spans) {
        return spans.stream()
                .map(span -> text.substring(span.start() + 1, span.end()))
                .toList();
    }

    private List<String> urls() {
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

    static List<Long> find(StatusIndex index, String query, SearchScope scope) {
        return ids(index.search(SearchRequest.newest(query, scope, 100, null, ZoneOffset.UTC)));
    }

    static List<Long> find(StatusIndex index, String query) {
        return find(index, query, SearchScope.publicOnly());
    }

    static List<Long> ids(SearchPage page) {
        return page.hits().stream().map(Hit::id).toList();
    }
}
