package org.gazouillis.web.timeline;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.timeline.LiveReader;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.web.microblog.Addresses;

/// An open stream: where it goes, where its events wait, and what it missed, oldest first.
///
/// @param key for whom it is, where a trial has two texts
record Subscription(
        SseEventSink sink, Sse sse, LiveReader reader, ReaderKey key, List<StatusView> missed, Addresses addresses) {}
