package org.gazouillis.network;

/// The network will not have it: sending the same again would bring the same answer.
public final class NetworkRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What was refused.
    public enum Reason {
        /// The access: token revoked, expired or too weak. The account is of no use until somebody connects it again.
        ACCESS,
        /// The content.
        CONTENT,
        /// The address: private, not encrypted, or it sends us elsewhere.
        ADDRESS
    }

    private final Reason reason;

    public NetworkRejected(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
