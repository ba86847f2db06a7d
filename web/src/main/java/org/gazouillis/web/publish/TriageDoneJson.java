package org.gazouillis.web.publish;

import org.gazouillis.publish.TriageDone;

/// What a decision did.
///
/// @param id under which it can be undone
/// @param stopped posts left as they are, because a crisis stop still stands over them
public record TriageDoneJson(String id, int changed, int stopped) {
    static TriageDoneJson of(TriageDone done) {
        return new TriageDoneJson(done.id().toString(), done.changed(), done.stopped());
    }
}
