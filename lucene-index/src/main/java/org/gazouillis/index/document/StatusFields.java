package org.gazouillis.index.document;

import java.util.ArrayList;
import java.util.List;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.analysis.UrlWords;

/// By what a status is searched: the same words, keywords and references for every engine. Ids, times and counts are
/// each engine's own business.
public final class StatusFields {

    private static final PostText ANALYZER = new PostText();

    private StatusFields() {}

    public static void write(StatusDocument status, FieldSink sink) {
        text(status, sink);
        keyword(sink, Fields.AUTHOR, Keywords.fold(status.handle()));
        keyword(sink, Fields.SOURCE, Keywords.fold(status.source()));
        entities(status, sink);
        visibility(status, sink);
        references(status, sink);
        Trait.of(status).forEach(trait -> sink.keyword(Fields.TRAIT, trait.word()));
    }

    /// The text and the words within its hashtags, and their stems if the language has any.
    private static void text(StatusDocument status, FieldSink sink) {
        String language = Keywords.language(status.lang());
        keyword(sink, Fields.LANGUAGE, language);
        List<Token> tokens = ANALYZER.tokens(texts(status));
        sink.text(tokens);
        Stemming.of(language).ifPresent(stemming -> sink.stems(stemming.field(), stemming.stems(tokens)));
    }

    private static List<String> texts(StatusDocument status) {
        var texts = new ArrayList<String>();
        texts.add(status.text());
        for (String tag : status.hashtags()) {
            String words = Hashtags.words(tag);
            if (!words.isEmpty()) {
                texts.add(words);
            }
        }
        return texts;
    }

    private static void entities(StatusDocument status, FieldSink sink) {
        for (String tag : status.hashtags()) {
            keyword(sink, Fields.TAG, Keywords.fold(tag));
        }
        for (String handle : status.mentions()) {
            keyword(sink, Fields.MENTION, Keywords.fold(handle));
        }
        for (String url : status.urls()) {
            Keywords.host(url).ifPresent(host -> keyword(sink, Fields.HOST, host));
        }
        for (String url : status.urls()) {
            sink.link(Token.sideBySide(UrlWords.of(url)));
        }
    }

    private static void visibility(StatusDocument status, FieldSink sink) {
        if (status.isPublic()) {
            sink.keyword(Fields.OPEN, Fields.YES);
        }
        if (status.workspace() != 0) {
            sink.keyword(Fields.OWNER, Fields.owner(status.workspace(), status.brand()));
        }
    }

    private static void references(StatusDocument status, FieldSink sink) {
        reference(sink, Fields.PROFILE, status.profile());
        reference(sink, Fields.CAMPAIGN, status.campaign());
        reference(sink, Fields.ANSWERED, status.inReplyTo());
        keyword(sink, Fields.ADDRESSEE, Keywords.fold(status.replyTo()));
    }

    private static void reference(FieldSink sink, String field, long id) {
        if (id != 0) {
            sink.reference(field, id);
        }
    }

    private static void keyword(FieldSink sink, String field, String keyword) {
        if (!keyword.isEmpty()) {
            sink.keyword(field, keyword);
        }
    }
}
