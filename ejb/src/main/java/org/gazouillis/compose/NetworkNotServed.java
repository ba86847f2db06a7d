package org.gazouillis.compose;

/// The account outside was switched off or disconnected.
public final class NetworkNotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetworkNotServed(String network, String handle) {
        super("@" + handle + " on " + network
                + " is switched off or disconnected. Leave this account out, or connect it" + " again under Accounts.");
    }
}
