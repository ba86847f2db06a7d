package org.gazouillis.index.document;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.Hashtags;
import org.gazouillis.index.analysis.Keywords;

/// Writes a status as Lucene fields. Nothing is stored: hits are ids, and the database has the rest.
public final class LuceneDocuments {

    private LuceneDocuments() {}

    public static Document of(StatusDocument status) {
        var document = new Document();
        document.add(new StringField(Fields.ID, Fields.idBytes(status.id()), Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.ID, status.id()));
        document.add(NumericDocValuesField.indexedField(
                Fields.CREATED, status.createdAt().toEpochMilli()));
        words(document, status);
        visibility(document, status);
        rank(document, status);
        return document;
    }

    /// What queries ask for, of a status that passes by and is not kept: no id, owner or rank, and a plain column of
    /// times, because an index in memory has no skip lists.
    public static Document passing(StatusDocument status) {
        var document = new Document();
        document.add(
                new NumericDocValuesField(Fields.CREATED, status.createdAt().toEpochMilli()));
        words(document, status);
        return document;
    }

    private static void words(Document document, StatusDocument status) {
        document.add(new TextField(Fields.TEXT, status.text(), Field.Store.NO));
        keyword(document, Fields.AUTHOR, Keywords.fold(status.handle()));
        keyword(document, Fields.LANGUAGE, Keywords.language(status.lang()));
        keyword(document, Fields.SOURCE, Keywords.fold(status.source()));
        entities(document, status);
        references(document, status);
    }

    private static void entities(Document document, StatusDocument status) {
        for (String tag : status.hashtags()) {
            keyword(document, Fields.TAG, Keywords.fold(tag));
            String words = Hashtags.words(tag);
            if (!words.isEmpty()) {
                document.add(new TextField(Fields.TEXT, words, Field.Store.NO));
            }
        }
        for (String handle : status.mentions()) {
            keyword(document, Fields.MENTION, Keywords.fold(handle));
        }
        for (String url : status.urls()) {
            Keywords.host(url).ifPresent(host -> keyword(document, Fields.HOST, host));
        }
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
    }

    private static void reference(Document document, String field, long id) {
        if (id != 0) {
            document.add(new StringField(field, Fields.idBytes(id), Field.Store.NO));
        }
    }

    private static void rank(Document document, StatusDocument status) {
        long engagement = status.likes() + status.reposts() + status.replies();
        if (engagement > 0) {
            document.add(new FeatureField(Fields.RANK, Fields.ENGAGEMENT, engagement));
        }
    }

    private static void keyword(Document document, String field, String keyword) {
        if (!keyword.isEmpty()) {
            document.add(new StringField(field, keyword, Field.Store.NO));
        }
    }
}
