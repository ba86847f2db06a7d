package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.network.SignedHttp;
import org.gazouillis.security.SecretBox;

/// The current member's own address for notices: set, tested, taken away. It opens no transaction; addresses are
/// looked at before anything is kept, and again before each call.
@ApplicationScoped
public class NoticeHooks {
    private static final int LONGEST = 2_000;

    private HookBook book;
    private OutboundHttp http;
    private SignedHttp signed;
    private SecretBox box;
    private Clock clock;

    @Inject
    public NoticeHooks(HookBook book, OutboundHttp http, SignedHttp signed, SecretBox box, Clock clock) {
        this.book = book;
        this.http = http;
        this.signed = signed;
        this.box = box;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    NoticeHooks() {}

    /// Empty when the member has none.
    public Optional<NoticeHook> mine() {
        return book.read();
    }

    /// Has notices sent there from now on, in the place of wherever they went before.
    ///
    /// @throws HookRefused when the address may not be called
    public NoticeHook.Fresh lead(String typed) {
        URI endpoint = address(typed.strip());
        if (!box.isOpen()) {
            throw new HookRefused(
                    "No address can be kept now: the server's key for secrets is missing. Tell its operator.");
        }
        String key = signed.freshKey();
        return new NoticeHook.Fresh(book.replace(endpoint, key), key);
    }

    public void remove() {
        book.remove();
    }

    /// Sends a signed test; a hook that was paused goes on when it is taken.
    ///
    /// @throws HookRefused with what happened when it was not
    public NoticeHook test() {
        HookBook.Access access = book.access();
        JsonObject data =
                Json.createObjectBuilder().add("hook", access.id().toString()).build();
        String id = "test:" + access.id() + ":" + clock.instant().toEpochMilli();
        try {
            signed.send(access.endpoint(), access.key(), id, "test", data);
        } catch (NetworkRejected | RetryableNetworkException | OutcomeUnknown failed) {
            throw new HookRefused("The test was not taken: " + failed.getMessage());
        }
        book.works(access.id());
        return book.read().orElseThrow();
    }

    private URI address(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new HookRefused("Give an address of 1 to " + LONGEST + " characters.");
        }
        try {
            URI address = URI.create(text.contains("://") ? text : "https://" + text);
            http.check(address);
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw new HookRefused("This is no web address. Give one like https://example.org/notices");
        } catch (NetworkRejected | RetryableNetworkException refused) {
            throw new HookRefused(String.valueOf(refused.getMessage()));
        }
    }
}
