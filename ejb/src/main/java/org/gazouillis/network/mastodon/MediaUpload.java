package org.gazouillis.network.mastodon;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gazouillis.network.Image;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RemoteImage;
import org.gazouillis.network.Reply;
import org.gazouillis.network.RetryableNetworkException;

/// Images on a server that speaks Mastodon's API: `POST /api/v2/media`, then `GET /api/v1/media/{id}` until it
/// answers 200 and not 206. A status that does not exist yet cannot be doubled, so whatever stays unclear may be done
/// again.
record MediaUpload(OutboundHttp http, URI server, Map<String, String> headers) {
    private static final int PROCESSING = 206;
    private static final int ACCEPTED = 202;

    RemoteImage bring(Image image, byte[] content) {
        Multipart form = new Multipart(UUID.randomUUID().toString());
        if (!image.alt().isEmpty()) {
            form.text("description", image.alt());
        }
        form.file("file", image.type(), content);
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", form.type());
        return known(
                () -> http.post(server.resolve("/api/v2/media"), all, form.bytes(), OutboundHttp.MOST),
                "The network's answer to an image cannot be understood.");
    }

    RemoteImage look(String id) {
        return known(
                () -> http.get(server.resolve("/api/v1/media/" + MastodonConnector.encoded(id)), headers),
                "Nobody knows whether the image is there.");
    }

    private static RemoteImage known(java.util.function.Supplier<Reply> request, String unclear) {
        try {
            Reply reply = request.get();
            if (reply.status() == 404) {
                throw new NetworkRejected(
                        NetworkRejected.Reason.CONTENT, "The network has no place for images, or lost this one (404).");
            }
            String id = MastodonConnector.text(MastodonConnector.object(reply.orThrow()), "id");
            return new RemoteImage(id, reply.status() != ACCEPTED && reply.status() != PROCESSING);
        } catch (OutcomeUnknown open) {
            throw new RetryableNetworkException(unclear + " " + open.getMessage(), null);
        }
    }
}
