package org.gazouillis.network.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gazouillis.network.Connector;
import org.gazouillis.network.Dispatch;
import org.gazouillis.network.Image;
import org.gazouillis.network.Lookup;
import org.gazouillis.network.Network;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.RateBudget;
import org.gazouillis.network.RemoteProfile;
import org.gazouillis.network.RemoteStatus;
import org.gazouillis.network.SignedHttp;
import org.gazouillis.network.TextLimits;

/// Posts as signed JSON to an address of the receiver's own, as standardwebhooks.com has it. The receiver knows a
/// repetition by `webhook-id`, so a request without an answer is sent again.
@ApplicationScoped
public class WebhookConnector implements Connector {
    private static final Network WEBHOOK = new Network(
            "webhook",
            "Webhook",
            TextLimits.of("webhook"),
            new RateBudget(16, 600, Duration.ofMinutes(1)),
            true,
            Network.Recovery.REPEAT,
            false);

    private SignedHttp http;
    private Clock clock;

    @Inject
    public WebhookConnector(OutboundHttp http, Clock clock) {
        this.http = new SignedHttp(http, clock);
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    WebhookConnector() {}

    @Override
    public Network network() {
        return WEBHOOK;
    }

    @Override
    public RemoteStatus publish(NetworkAccess access, Dispatch dispatch) {
        JsonObject data = Json.createObjectBuilder()
                .add("publication", dispatch.publication().toString())
                .add("account", access.account().toString())
                .add("text", dispatch.text())
                .add("lang", dispatch.lang())
                .add("parts", Json.createArrayBuilder(dispatch.following()))
                .add("media", media(dispatch.images()))
                .build();
        send(access, dispatch.key(), "post.published", data);
        return new RemoteStatus(dispatch.key(), null);
    }

    /// Nobody can be asked; see [Network.Recovery#REPEAT].
    @Override
    public Lookup find(NetworkAccess access, Dispatch dispatch) {
        return new Lookup(List.of(), false);
    }

    /// Sends a signed test.
    @Override
    public RemoteProfile verify(NetworkAccess access) {
        JsonObject data = Json.createObjectBuilder()
                .add("account", access.account().toString())
                .build();
        send(access, "test:" + access.account() + ":" + clock.instant().toEpochMilli(), "test", data);
        return new RemoteProfile(
                access.endpoint().toString(),
                access.endpoint().getHost(),
                access.endpoint().toString());
    }

    private static JsonArrayBuilder media(List<Image> images) {
        JsonArrayBuilder media = Json.createArrayBuilder();
        images.forEach(each -> media.add(Json.createObjectBuilder()
                .add("url", each.address())
                .add("type", each.type())
                .add("width", each.width())
                .add("height", each.height())
                .add("alt", each.alt())));
        return media;
    }

    private void send(NetworkAccess access, String id, String type, JsonObject data) {
        http.send(access.endpoint(), access.secret(), id, type, data);
    }
}
