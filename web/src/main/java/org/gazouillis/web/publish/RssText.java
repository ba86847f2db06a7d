package org.gazouillis.web.publish;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gazouillis.publish.Feed;

/// A feed as RSS 2.0. An entry has no title, as micro-blogs' entries have none; its `guid` is the publication's id.
final class RssText {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RssText() {}

    static String of(Feed feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeStartElement("channel");
            head(xml, feed);
            for (Feed.Entry entry : feed.entries()) {
                item(xml, entry);
            }
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
    }

    private static void head(XMLStreamWriter xml, Feed feed) throws XMLStreamException {
        element(xml, "title", feed.brand());
        element(xml, "link", feed.address());
        element(xml, "description", feed.brand());
        element(xml, "language", feed.lang());
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("href", feed.address());
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        if (!feed.entries().isEmpty()) {
            element(xml, "lastBuildDate", date(feed.entries().getFirst().publishedAt()));
        }
    }

    private static void item(XMLStreamWriter xml, Feed.Entry entry) throws XMLStreamException {
        xml.writeStartElement("item");
        element(xml, "description", entry.text());
        element(xml, "pubDate", date(entry.publishedAt()));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters("gazouillis:" + entry.id());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String date(Instant at) {
        return DATE.format(at);
    }
}
