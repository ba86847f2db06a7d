package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gazouillis.timeline.TimelineReader;

/// `/timeline/hashtag?tag=`: what carries one hashtag.
@Named
@RequestScoped
public class HashtagPage {
    @Inject
    private TimelineReader timelines;

    @Inject
    private Acting acting;

    @Inject
    private Shelf shelf;

    private String tag = "";
    private Cards cards = Cards.NONE;

    public void load() {
        String given = shelf.parameter("tag");
        tag = given.startsWith("#") ? given.substring(1) : given;
        cards = shelf.page(
                timelines.hashtag(tag, shelf.window(), acting.viewer()), "/timeline/hashtag?tag=" + encoded());
    }

    public String getName() {
        return "#" + tag;
    }

    public String getStream() {
        return "/api/v1/streaming/hashtag?tag=" + encoded();
    }

    public Cards getCards() {
        return cards;
    }

    private String encoded() {
        return URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }
}
