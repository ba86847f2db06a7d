package org.gazouillis.web.publish;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gazouillis.network.Image;
import org.gazouillis.publish.Feed;

/// A feed as RSS 2.0. An entry has no title, as micro-blogs' entries have none; its `guid` is the publication's id.
final class RssText {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";
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
            xml.writeNamespace("media", MEDIA);
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
        element(xml, "description", whole(entry));
        for (Image image : entry.images()) {
            image(xml, image);
        }
        element(xml, "pubDate", date(entry.publishedAt()));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters("gazouillis:" + entry.id());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /// The text and what follows it, a blank line between the parts.
    private static String whole(Feed.Entry entry) {
        return Stream.concat(Stream.of(entry.text()), entry.parts().stream()).collect(Collectors.joining("\n\n"));
    }

    private static void image(XMLStreamWriter xml, Image image) throws XMLStreamException {
        xml.writeStartElement("media", "content", MEDIA);
        xml.writeAttribute("url", image.address());
        xml.writeAttribute("type", image.type());
        xml.writeAttribute("medium", "image");
        xml.writeAttribute("width", String.valueOf(image.width()));
        xml.writeAttribute("height", String.valueOf(image.height()));
        if (!image.alt().isEmpty()) {
            xml.writeStartElement("media", "description", MEDIA);
            xml.writeAttribute("type", "plain");
            xml.writeCharacters(image.alt());
            xml.writeEndElement();
        }
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
