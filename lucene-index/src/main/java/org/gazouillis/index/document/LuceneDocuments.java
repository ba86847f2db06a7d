package org.gazouillis.index.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.analysis.Stemming;
import org.gazouillis.index.analysis.Token;

/// Writes a status as Lucene fields. Nothing is stored: hits are ids, and the database has the rest.
public final class LuceneDocuments {

    private static final PostText ANALYZER = new PostText();

    /// Without positions: no phrase is looked for in stems.
    private static final FieldType STEMS = new FieldType();

    static {
        STEMS.setTokenized(true);
        STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        STEMS.freeze();
    }

    private LuceneDocuments() {}

    public static Document of(StatusDocument status) {
        var document = new Document();
        document.add(new StringField(Fields.ID, Fields.idBytes(status.id()), Field.Store.NO));
        document.add(NumericDocValuesField.indexedField(Fields.ID, status.id()));
        document.add(NumericDocValuesField.indexedField(
                Fields.CREATED, status.createdAt().toEpochMilli()));
        content(document, status);
        return document;
    }

    /// What queries ask for, of a status that passes by and is not kept: plain columns, because an index in memory has
    /// no skip lists.
    public static Document passing(StatusDocument status) {
        var document = new Document();
        document.add(new NumericDocValuesField(Fields.ID, status.id()));
        document.add(
                new NumericDocValuesField(Fields.CREATED, status.createdAt().toEpochMilli()));
        content(document, status);
        return document;
    }

    private static void content(Document document, StatusDocument status) {
        text(document, status);
        keyword(document, Fields.AUTHOR, Keywords.fold(status.handle()));
        keyword(document, Fields.SOURCE, Keywords.fold(status.source()));
        entities(document, status);
        visibility(document, status);
        references(document, status);
        Trait.of(status).forEach(trait -> keyword(document, Fields.TRAIT, trait.word()));
    }

    /// The text and the words within its hashtags, and their stems if the language has any.
    private static void text(Document document, StatusDocument status) {
        String language = Keywords.language(status.lang());
        keyword(document, Fields.LANGUAGE, language);
        List<Token> tokens = ANALYZER.tokens(texts(status));
        document.add(new TokensField(Fields.TEXT, tokens, TextField.TYPE_NOT_STORED));
        Stemming.of(language)
                .ifPresent(stemming -> document.add(new TokensField(stemming.field(), stemming.stems(tokens), STEMS)));
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

    private static void entities(Document document, StatusDocument status) {
        for (String tag : status.hashtags()) {
            keyword(document, Fields.TAG, Keywords.fold(tag));
        }
        for (String handle : status.mentions()) {
            keyword(document, Fields.MENTION, Keywords.fold(handle));
        }
        for (String url : status.urls()) {
            Keywords.host(url).ifPresent(host -> keyword(document, Fields.HOST, host));
        }
        Links.write(document, status.urls());
    }

    private static void visibility(Document document, StatusDocument status) {
        if (status.isPublic()) {
            keyword(document, Fields.OPEN, Fields.YES);
        }
        if (status.workspace() != 0) {
            keyword(document, Fields.OWNER, Fields.owner(status.workspace(), status.brand()));
        }
    }

    private static void references(Document document, StatusDocument status) {
        reference(document, Fields.PROFILE, status.profile());
        reference(document, Fields.CAMPAIGN, status.campaign());
        reference(document, Fields.ANSWERED, status.inReplyTo());
        keyword(document, Fields.ADDRESSEE, Keywords.fold(status.replyTo()));
    }

    private static void reference(Document document, String field, long id) {
        if (id != 0) {
            document.add(new StringField(field, Fields.idBytes(id), Field.Store.NO));
        }
    }

    private static void keyword(Document document, String field, String keyword) {
        if (!keyword.isEmpty()) {
            document.add(new StringField(field, keyword, Field.Store.NO));
        }
    }
}
