package org.gazouillis.compose;

/// The account lies on a network that cannot be published to yet.
public final class NetworkNotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetworkNotServed(String network, String handle) {
        super("@" + handle + " is on " + network + ", and posts go only to the built-in timeline today."
                + " Leave this account out.");
    }
}
