package org.gazouillis.web.link;

import java.util.List;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.ShortenedText;

/// The text with short links, and these links.
public record ShortenedJson(String text, List<LinkJson> links) {
    static ShortenedJson of(ShortenedText shortened, OwnAddress own) {
        return new ShortenedJson(
                shortened.text(),
                shortened.links().stream().map(link -> LinkJson.of(link, own)).toList());
    }
}
