package org.gazouillis.index.document;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.gazouillis.index.StatusDocument;
import org.gazouillis.index.analysis.Token;

/// Writes a status as Lucene fields. Nothing is stored: hits are ids, and the database has the rest.
public final class LuceneDocuments implements FieldSink {

    /// Without positions: no phrase is looked for in stems.
    private static final FieldType STEMS = new FieldType();

    static {
        STEMS.setTokenized(true);
        STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        STEMS.freeze();
    }

    private final Document document = new Document();

    private LuceneDocuments() {}

    public static Document of(StatusDocument status) {
        var fields = new LuceneDocuments();
        fields.document.add(new StringField(Fields.ID, Fields.idBytes(status.id()), Field.Store.NO));
        fields.document.add(NumericDocValuesField.indexedField(Fields.ID, status.id()));
        fields.document.add(NumericDocValuesField.indexedField(
                Fields.CREATED, status.createdAt().toEpochMilli()));
        StatusFields.write(status, fields);
        return fields.document;
    }

    /// What queries ask for, of a status that passes by and is not kept: plain columns, because an index in memory has
    /// no skip lists.
    public static Document passing(StatusDocument status) {
        var fields = new LuceneDocuments();
        fields.document.add(new NumericDocValuesField(Fields.ID, status.id()));
        fields.document.add(
                new NumericDocValuesField(Fields.CREATED, status.createdAt().toEpochMilli()));
        StatusFields.write(status, fields);
        return fields.document;
    }

    @Override
    public void keyword(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    @Override
    public void reference(String field, long id) {
        document.add(new StringField(field, Fields.idBytes(id), Field.Store.NO));
    }

    @Override
    public void text(List<Token> tokens) {
        document.add(new TokensField(Fields.TEXT, tokens, TextField.TYPE_NOT_STORED));
    }

    @Override
    public void stems(String field, List<Token> stems) {
        document.add(new TokensField(field, stems, STEMS));
    }

    @Override
    public void link(List<Token> words) {
        document.add(Links.field(words));
    }
}
