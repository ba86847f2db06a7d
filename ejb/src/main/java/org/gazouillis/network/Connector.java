package org.gazouillis.network;

/// One network outside, as the publisher sees it (CDI bean). It keeps no state, opens no transaction and makes at
/// most one request that changes anything per call; what it throws tells the publisher what may be concluded, nothing
/// else is caught.
public interface Connector {
    Network network();

    /// Brings the words there, once.
    ///
    /// @throws NetworkRejected when the network will not have it, now or ever
    /// @throws RetryableNetworkException when it is known that the network did not take it
    /// @throws OutcomeUnknown when the network may have taken it
    RemoteStatus publish(NetworkAccess access, Dispatch dispatch);

    /// Reads back what is there of this dispatch, without changing anything.
    Lookup find(NetworkAccess access, Dispatch dispatch);

    /// Brings an image there, before the text that shows it. Nobody sees it yet, so that it may be brought again when
    /// no answer came.
    ///
    /// @throws NetworkRejected when the network will not have it
    /// @throws RetryableNetworkException when it did not take it, or nobody knows
    default RemoteImage bring(NetworkAccess access, Image image, byte[] content) {
        throw new UnsupportedOperationException(network().name() + " takes no files");
    }

    /// Asks what became of an image that was brought.
    ///
    /// @throws NetworkRejected when it is not there
    /// @throws RetryableNetworkException when no answer came
    default RemoteImage look(NetworkAccess access, String image) {
        throw new UnsupportedOperationException(network().name() + " takes no files");
    }

    /// Asks who the access belongs to.
    ///
    /// @throws NetworkRejected when the access is not good
    RemoteProfile verify(NetworkAccess access);
}
