package org.gazouillis.publish;

import java.util.Set;
import org.gazouillis.network.Connector;
import org.gazouillis.network.Dispatch;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.security.SecretBox;
import org.gazouillis.security.SecretNotReadable;
import org.jboss.logging.Logger;

/// Makes one call for one publication, outside any transaction, and says what came of it.
final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final Connector connector;
    private final SecretBox box;
    private final Patience patience;

    Courier(Connector connector, SecretBox box, Patience patience) {
        this.connector = connector;
        this.box = box;
        this.patience = patience;
    }

    /// @param takenAt the machine's own steady clock when the lease began
    Outcome deliver(Delivery delivery, long takenAt) {
        NetworkAccess access;
        try {
            access = delivery.access(secret(delivery));
        } catch (SecretNotReadable | IllegalStateException | IllegalArgumentException noAccess) {
            LOG.errorf("Publication %s: %s", delivery.id(), noAccess.getMessage());
            return new Outcome.NotBegun(String.valueOf(noAccess.getMessage()));
        }
        long held = System.nanoTime() - takenAt;
        if (held > patience.lease().minus(patience.margin()).toNanos()) {
            return new Outcome.NotBegun("This node was away for too long to send it safely.");
        }
        return call(delivery, access);
    }

    private Outcome call(Delivery delivery, NetworkAccess access) {
        Dispatch dispatch = new Dispatch(
                delivery.id(),
                delivery.key(),
                delivery.text(),
                delivery.lang(),
                delivery.sentAt(),
                Set.of(delivery.others()));
        try {
            return delivery.kind() == Delivery.Kind.SEND
                    ? new Outcome.There(connector.publish(access, dispatch))
                    : new Outcome.Looked(connector.find(access, dispatch));
        } catch (NetworkRejected refused) {
            return new Outcome.Refused(refused.reason(), String.valueOf(refused.getMessage()));
        } catch (RetryableNetworkException later) {
            return new Outcome.Later(
                    String.valueOf(later.getMessage()), later.retryAfter().orElse(null));
        } catch (OutcomeUnknown unclear) {
            return new Outcome.Unclear(String.valueOf(unclear.getMessage()));
        } catch (RuntimeException unforeseen) {
            // A network may answer whatever it likes; what is not understood proves nothing.
            LOG.errorf(unforeseen, "Publication %s: the answer was not understood", delivery.id());
            return new Outcome.Unclear("The network's answer was not understood.");
        }
    }

    private String secret(Delivery delivery) {
        byte[] sealed = delivery.sealed();
        if (sealed == null) {
            throw new IllegalStateException("Account " + delivery.accountId() + " has no access");
        }
        return box.open(delivery.workspaceId(), delivery.accountId(), sealed);
    }
}
