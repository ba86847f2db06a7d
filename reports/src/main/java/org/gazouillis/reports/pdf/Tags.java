package org.gazouillis.reports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/// The tree that says what the marks on the pages are: which element each piece of content belongs to, in the order in
/// which it is read (ISO 32000-1, 14.7 and 14.8).
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final List<COSArray> byPage = new ArrayList<>();

    Tags(PDDocument document) {
        root.appendKid(whole);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        var info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
    }

    /// The element that holds all others.
    PDStructureElement whole() {
        return whole;
    }

    /// A new element, last in its parent.
    PDStructureElement element(String kind, PDStructureNode parent) {
        var element = new PDStructureElement(kind, parent);
        parent.appendKid(element);
        return element;
    }

    void begin(PDPage page) {
        page.setStructParents(byPage.size());
        byPage.add(new COSArray());
    }

    /// What is drawn until `endMarkedContent` is content of the element.
    void open(PDStructureElement element, PDPage page, PDPageContentStream marks) throws IOException {
        COSArray parents = byPage.getLast();
        int number = parents.size();
        parents.add(element.getCOSObject());
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        marks.beginMarkedContent(COSName.getPDFName(element.getStructureType()), number);
    }

    /// What marks say that are seen in another order than they are read (ISO 32000-1, 14.9.4).
    static PDPropertyList spoken(String text) {
        var properties = new COSDictionary();
        properties.setString(COSName.ACTUAL_TEXT, text);
        return PDPropertyList.create(properties);
    }

    /// Writes the way back from the marks to their elements; nothing may be opened after.
    void close() {
        var numbers = new TreeMap<Integer, COSObjectable>();
        for (int page = 0; page < byPage.size(); page++) {
            numbers.put(page, new PDParentTreeValue(byPage.get(page)));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(byPage.size());
    }
}
