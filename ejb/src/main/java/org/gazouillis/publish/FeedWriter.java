package org.gazouillis.publish;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.gazouillis.kernel.WorkspaceId;

/// Writes a brand's plan as iCalendar (RFC 5545). Equal plans make equal texts, so that a text has a name; times are
/// UTC's, which every program knows and no government changes.
record FeedWriter(WorkspaceId workspace, String handle, String name, String root) {
    private static final int OCTETS = 75;
    private static final int MINUTES = 5;
    private static final int LONGEST_SUMMARY = 80;

    String write(List<PlannedEvent> posts) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Gazouillis//Plan//EN");
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        posts.stream().map(this::event).forEach(calendar::addEvent);
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException notInMemory) {
            throw new UncheckedIOException(notInMemory);
        }
        return folded(text.toString());
    }

    private VEvent event(PlannedEvent post) {
        VEvent event = new VEvent();
        event.setUid("post-" + post.id() + "." + workspace + "@gazouillis");
        Date changed = Date.from(post.updatedAt());
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setCreated(Date.from(post.createdAt()));
        event.setSequence(post.version());
        event.setDateStart(Date.from(post.dueAt()), true);
        event.setDuration(Duration.builder().minutes(MINUTES).build());
        event.setSummary(summary(post.text()));
        event.setDescription(post.text());
        event.setUrl(root + "/publish/queue?brand=" + handle + "&q=" + post.id());
        event.setStatus(status(post));
        if (post.campaign() != null) {
            event.addCategories(post.campaign());
        }
        Arrays.stream(post.networks()).forEach(event::addCategories);
        return event;
    }

    /// Who must still approve it, or what keeps it back, makes a post tentative; what cannot go out any more is
    /// cancelled.
    private static Status status(PlannedEvent post) {
        return switch (post.state()) {
            case DRAFT, IN_REVIEW, HELD -> Status.tentative();
            case APPROVED, SCHEDULED, CLAIMED, PUBLISHED -> Status.confirmed();
            case CANCELLED, FAILED, MISSED -> Status.cancelled();
        };
    }

    private static String summary(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int most = line.offsetByCodePoints(0, Math.min(LONGEST_SUMMARY, line.codePointCount(0, line.length())));
        return most == line.length() ? line : line.substring(0, most) + "…";
    }

    /// Lines of at most 75 octets, as the RFC counts; the library would count letters.
    static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / OCTETS * 3);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            int length = new String(Character.toChars(sign)).getBytes(StandardCharsets.UTF_8).length;
            if (sign != '\r' && sign != '\n' && octets + length > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(sign);
            octets = sign == '\n' ? 0 : octets + length;
        }
        return out.toString();
    }
}
