package org.gazouillis.publish;

/// An account that was just connected, and the secret that its owner sees this once: a webhook's key. Empty where the
/// owner gave the secret themselves, or none is needed.
public record AccountSecret(ConnectedAccount account, String secret) {
    @Override
    public String toString() {
        return "account " + account.id();
    }
}
