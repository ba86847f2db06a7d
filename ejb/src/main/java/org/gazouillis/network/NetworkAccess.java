package org.gazouillis.network;

import java.net.URI;
import org.gazouillis.kernel.AccountId;

/// What is needed to act for one account outside. It lives only as long as the call; its text never shows the secret.
///
/// @param endpoint the server's root, or the very address of a webhook
/// @param secret token or key; empty where none is needed
/// @param remoteId the account's own id there
public record NetworkAccess(AccountId account, URI endpoint, String secret, String remoteId) {
    @Override
    public String toString() {
        return "access of account " + account + " to " + endpoint;
    }
}
