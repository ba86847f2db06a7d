package org.gazouillis.network;

import java.util.List;

/// What reading back found.
///
/// @param matches statuses that say exactly this and are recent enough
/// @param complete whether everything since the sending was seen, so that no match means that it is not there
public record Lookup(List<RemoteStatus> matches, boolean complete) {
    public Lookup {
        matches = List.copyOf(matches);
    }

    public boolean isAbsent() {
        return matches.isEmpty() && complete;
    }
}
