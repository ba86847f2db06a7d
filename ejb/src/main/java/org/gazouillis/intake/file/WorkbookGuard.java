package org.gazouillis.intake.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gazouillis.intake.FileNotReadable;

/// Looks at a workbook before the library opens it, and refuses what would cost memory or time out of all proportion:
/// zip bombs, document types (no entity is ever expanded, none fetched), cells beyond the last column of Excel, and
/// thousands of array formulas.
final class WorkbookGuard {
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_ARRAY_FORMULAS = 500;
    /// `XFD` is the last column.
    private static final int LONGEST_COLUMN = 3;

    private final long allowed;
    private final Set<String> names = new HashSet<>();
    private long unpacked;
    private int arrayFormulas;

    private WorkbookGuard(long allowed) {
        this.allowed = allowed;
    }

    /// @throws FileNotReadable when it is no sound workbook
    static void check(Path path, Limits limits) throws IOException {
        var guard = new WorkbookGuard(Budget.allowed(Files.size(path), limits));
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES || zip.getEntry("[Content_Types].xml") == null) {
                throw new FileNotReadable(
                        "The file is a zip archive, but no workbook. Unpack it, or save it as .xlsx or CSV.");
            }
            for (var entry : zip.stream().toList()) {
                guard.check(zip, entry);
            }
        } catch (ZipException damaged) {
            throw new FileNotReadable(
                    "The workbook is damaged (" + damaged.getMessage() + "). Save it again.", damaged);
        }
    }

    private void check(ZipFile zip, ZipEntry entry) throws IOException {
        if (!names.add(entry.getName())) {
            throw new FileNotReadable("The workbook holds " + entry.getName() + " twice. Save it again.");
        }
        try (var content = zip.getInputStream(entry)) {
            var in = new Counted(content);
            checkUntilNoXml(in);
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// Pictures are no XML, and what the library needs of broken XML it will refuse by itself.
    @SuppressWarnings("EmptyCatch")
    private void checkUntilNoXml(InputStream in) {
        try {
            checkXml(in);
        } catch (XMLStreamException noXml) {
            // nothing to look at any more
        }
    }

    private void checkXml(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = factory().createXMLStreamReader(in);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new FileNotReadable("The workbook has a document type, which none needs. Save it again.");
                case XMLStreamConstants.START_ELEMENT -> checkElement(xml);
                default -> {}
            }
        }
    }

    private void checkElement(XMLStreamReader xml) {
        String address = xml.getLocalName().equals("c") ? xml.getAttributeValue(null, "r") : null;
        if (address != null && letters(address) > LONGEST_COLUMN) {
            throw new FileNotReadable(
                    "The workbook has a cell at " + address + ", beyond the last column. Save it again.");
        }
        if (xml.getLocalName().equals("f")
                && "array".equals(xml.getAttributeValue(null, "t"))
                && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
            throw new FileNotReadable("The workbook has more than " + MOST_ARRAY_FORMULAS
                    + " array formulas. Copy the sheet and paste its values only, or save it as CSV.");
        }
    }

    private static long letters(String address) {
        return address.chars().filter(c -> !Character.isDigit(c)).count();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        return factory;
    }

    /// Adds to what the whole archive unpacks to.
    private final class Counted extends FilterInputStream {
        Counted(InputStream entry) {
            super(entry);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        /// The XML reader closes what it has read to its end; who opened it will.
        @Override
        public void close() {}

        private void count(int bytes) {
            unpacked += bytes;
            Budget.check(unpacked, allowed);
        }
    }
}
