package org.gazouillis.network;

/// One network outside, as the publisher sees it (CDI bean). It keeps no state, opens no transaction and makes at
/// most one request that changes anything; what it throws tells the publisher what may be concluded, nothing else is
/// caught.
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

    /// Asks who the access belongs to.
    ///
    /// @throws NetworkRejected when the access is not good
    RemoteProfile verify(NetworkAccess access);
}
