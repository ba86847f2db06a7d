package org.gazouillis.link;

import java.util.List;

/// A text whose addresses became short links, and these links.
public record ShortenedText(String text, List<ShortLink> links) {}
