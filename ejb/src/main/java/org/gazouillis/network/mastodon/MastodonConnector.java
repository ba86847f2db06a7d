package org.gazouillis.network.mastodon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gazouillis.network.Connector;
import org.gazouillis.network.Dispatch;
import org.gazouillis.network.Image;
import org.gazouillis.network.Lookup;
import org.gazouillis.network.Network;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RateBudget;
import org.gazouillis.network.RemoteImage;
import org.gazouillis.network.RemoteProfile;
import org.gazouillis.network.RemoteStatus;
import org.gazouillis.network.Reply;
import org.gazouillis.network.TextLimits;
import org.jspecify.annotations.Nullable;

/// Any server that speaks Mastodon's API, with an access token of the scopes `read`, `write:statuses` and, for
/// images, `write:media`. A thread is a chain of replies, each sent for itself. Such servers know a repeated request
/// by its `Idempotency-Key` for an hour; beyond that, and on servers that do not, reading back the account's own
/// statuses tells what is there.
@ApplicationScoped
public class MastodonConnector implements Connector {
    private static final Network MASTODON = new Network(
            "mastodon",
            "Mastodon",
            TextLimits.of("mastodon"),
            new RateBudget(16, 300, Duration.ofMinutes(5)),
            true,
            Network.Recovery.LOOK_UP,
            true);

    private OutboundHttp http;

    @Inject
    public MastodonConnector(OutboundHttp http) {
        this.http = http;
    }

    @SuppressWarnings("NullAway.Init")
    MastodonConnector() {}

    @Override
    public Network network() {
        return MASTODON;
    }

    @Override
    public RemoteStatus publish(NetworkAccess access, Dispatch dispatch) {
        Map<String, String> headers = new TreeMap<>(headers(access));
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", dispatch.key());
        Reply reply = http.post(
                at(access, "/api/v1/statuses"),
                headers,
                body(dispatch).toString().getBytes(StandardCharsets.UTF_8),
                OutboundHttp.MOST);
        if (saysDuplicate(reply)) {
            throw new OutcomeUnknown("The network says that it has this post already.");
        }
        return status(object(reply.orThrow()));
    }

    @Override
    public Lookup find(NetworkAccess access, Dispatch dispatch) {
        return new OwnStatuses(dispatch)
                .search(before -> http.get(
                                at(
                                        access,
                                        "/api/v1/accounts/" + encoded(access.remoteId()) + "/statuses?limit="
                                                + OwnStatuses.PAGE + before),
                                headers(access))
                        .orThrow()
                        .json()
                        .asJsonArray());
    }

    @Override
    public RemoteImage bring(NetworkAccess access, Image image, byte[] content) {
        return images(access).bring(image, content);
    }

    @Override
    public RemoteImage look(NetworkAccess access, String image) {
        return images(access).look(image);
    }

    private MediaUpload images(NetworkAccess access) {
        return new MediaUpload(http, access.endpoint(), headers(access));
    }

    @Override
    public RemoteProfile verify(NetworkAccess access) {
        JsonObject account = object(http.get(at(access, "/api/v1/accounts/verify_credentials"), headers(access))
                .orThrow());
        return new RemoteProfile(text(account, "id"), text(account, "acct"), optional(account, "url"));
    }

    private static JsonObject body(Dispatch dispatch) {
        JsonObjectBuilder status =
                Json.createObjectBuilder().add("status", dispatch.text()).add("language", dispatch.lang());
        if (dispatch.replyTo() != null) {
            status.add("in_reply_to_id", dispatch.replyTo());
        }
        if (!dispatch.images().isEmpty()) {
            JsonArrayBuilder ids = Json.createArrayBuilder();
            for (Image each : dispatch.images()) {
                ids.add(Objects.requireNonNull(each.remoteId(), "an image that was not brought"));
            }
            status.add("media_ids", ids);
        }
        return status.build();
    }

    /// Some servers refuse the same words twice instead of answering with what they have.
    private static boolean saysDuplicate(Reply reply) {
        return (reply.status() == 403 || reply.status() == 422)
                && reply.body().matches("(?is).*\\b(duplicate|already been posted)\\b.*");
    }

    static JsonObject object(Reply reply) {
        return reply.json() instanceof JsonObject object ? object : fail("The network's answer is no JSON object.");
    }

    static RemoteStatus status(JsonObject status) {
        return new RemoteStatus(text(status, "id"), optional(status, "url"));
    }

    static String text(JsonObject from, String name) {
        return from.get(name) instanceof JsonString text
                ? text.getString()
                : fail("The network's answer has no \"" + name + "\".");
    }

    private static @Nullable String optional(JsonObject from, String name) {
        return from.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static <T> T fail(String sentence) {
        throw new OutcomeUnknown(sentence);
    }

    private static Map<String, String> headers(NetworkAccess access) {
        return Map.of("Authorization", "Bearer " + access.secret(), "Accept", "application/json");
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static URI at(NetworkAccess access, String path) {
        return access.endpoint().resolve(path);
    }
}
