package org.gazouillis.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.compose.Attachment;
import org.gazouillis.compose.PublishedImages;
import org.gazouillis.network.Connector;
import org.gazouillis.network.Dispatch;
import org.gazouillis.network.Image;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.security.SecretBox;
import org.gazouillis.security.SecretNotReadable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes one call for one publication, outside any transaction, and says what came of it. Where images are brought
/// before the text, each is a call of its own.
final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final Connector connector;
    private final SecretBox box;
    private final Patience patience;
    private final PublishedImages images;

    Courier(Connector connector, SecretBox box, Patience patience, PublishedImages images) {
        this.connector = connector;
        this.box = box;
        this.patience = patience;
        this.images = images;
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
        try {
            if (delivery.kind() == Delivery.Kind.LOOK) {
                return new Outcome.Looked(connector.find(access, dispatch(delivery)));
            }
            return connector.network().stepwise()
                            && delivery.mediaReady() < delivery.images().size()
                    ? bring(delivery, access)
                    : new Outcome.There(connector.publish(access, dispatch(delivery)));
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

    /// The next image: brought there, or asked for when it was brought and could not be shown yet.
    private Outcome bring(Delivery delivery, NetworkAccess access) {
        int next = delivery.mediaReady();
        if (delivery.mediaIds().length > next) {
            return new Outcome.Brought(connector.look(access, delivery.mediaIds()[next]));
        }
        Attachment attachment = delivery.images().get(next);
        Optional<byte[]> content = images.content(attachment);
        return content.isPresent()
                ? new Outcome.Brought(connector.bring(access, image(attachment, null), content.get()))
                : new Outcome.Later("This node does not have the file of image " + (next + 1) + ".", null);
    }

    private Dispatch dispatch(Delivery delivery) {
        List<Image> shown = new ArrayList<>();
        for (Attachment each : delivery.images()) {
            shown.add(
                    image(each, shown.size() < delivery.mediaIds().length ? delivery.mediaIds()[shown.size()] : null));
        }
        return new Dispatch(
                delivery.id(),
                delivery.key(),
                delivery.text(),
                delivery.lang(),
                delivery.sentAt(),
                Set.copyOf(List.of(delivery.others())),
                shown,
                delivery.following(),
                delivery.replyTo());
    }

    private Image image(Attachment each, @Nullable String remoteId) {
        return new Image(images.address(each), each.type(), each.width(), each.height(), each.alt(), remoteId);
    }

    private String secret(Delivery delivery) {
        byte[] sealed = delivery.sealed();
        if (sealed == null) {
            throw new IllegalStateException("Account " + delivery.accountId() + " has no access");
        }
        return box.open(delivery.workspaceId(), delivery.accountId(), sealed);
    }
}
