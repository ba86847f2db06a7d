package org.gazouillis.publish;

/// Somebody wants to decide on a publication about which there is nothing to decide, or not any more.
public final class PublicationSettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublicationSettled(PublicationState state) {
        super("This publication is " + state + ", so there is nothing to decide. Read its receipt again.");
    }
}
