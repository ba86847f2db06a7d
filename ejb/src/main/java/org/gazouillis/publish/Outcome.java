package org.gazouillis.publish;

import java.time.Duration;
import org.gazouillis.network.Lookup;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.RemoteImage;
import org.gazouillis.network.RemoteStatus;
import org.jspecify.annotations.Nullable;

/// What came of one try, before anybody decides what follows from it.
sealed interface Outcome {
    /// It is there.
    record There(RemoteStatus status) implements Outcome {}

    /// One of its images is there, for nobody to see yet.
    record Brought(RemoteImage image) implements Outcome {}

    /// It is not there and never will be.
    record Refused(NetworkRejected.Reason reason, String sentence) implements Outcome {}

    /// It is not there, and may be sent again.
    record Later(String sentence, @Nullable Duration after) implements Outcome {}

    /// Nobody can tell.
    record Unclear(String sentence) implements Outcome {}

    /// A look-up was made.
    record Looked(Lookup lookup) implements Outcome {}

    /// We did not even begin: the lease was too old, or the key is not there.
    record NotBegun(String sentence) implements Outcome {}
}
