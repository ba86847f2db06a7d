package org.gazouillis.schedule;

/// The queue cannot do that: the message says why and what would help.
public final class QueueRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueueRefused(String message) {
        super(message);
    }

    static QueueRefused noTimes() {
        return new QueueRefused("None of the chosen accounts has a free queue time within two years."
                + " Add times to its queue, or give the post a time of its own.");
    }

    static QueueRefused changed() {
        return new QueueRefused("Some of these posts are not planned any more, or another deed moved them meanwhile."
                + " Read the queue again and repeat.");
    }
}
