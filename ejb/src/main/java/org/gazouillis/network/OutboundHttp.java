package org.gazouillis.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// The only way out of the house. Each request, redirects included, is looked at by the [AddressGuard] right before
/// it connects; the whole of it takes at most ten seconds, and no more of an answer is read than was asked for. What
/// it throws says whether anything can have arrived.
@ApplicationScoped
public class OutboundHttp {
    /// Bytes of an answer that anybody may read at most.
    public static final int MOST = 1 << 20;

    private static final int REDIRECTS = 2;
    private static final HttpRequest.BodyPublisher NOTHING = HttpRequest.BodyPublishers.noBody();

    private HttpClient client;
    private AddressGuard guard;
    private Clock clock;
    private Duration patience;

    @Inject
    public OutboundHttp(OutboundRules rules, Clock clock) {
        this(rules, clock, Duration.ofSeconds(10));
    }

    public OutboundHttp(OutboundRules rules, Clock clock, Duration patience) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience)
                .build();
        guard = new AddressGuard(rules);
        this.clock = clock;
        this.patience = patience;
    }

    @SuppressWarnings("NullAway.Init")
    OutboundHttp() {}

    /// Says whether the address may be called at all, before anybody stores it.
    ///
    /// @throws NetworkRejected when not
    public void check(URI address) {
        guard.require(address);
    }

    /// Reads, following at most two redirects; the headers go along only while the host stays the same.
    public Reply get(URI address, Map<String, String> headers) {
        return follow("GET", address, headers, REDIRECTS, MOST);
    }

    /// Asks for what anybody may read, by `GET` or `HEAD`, following at most so many redirects.
    ///
    /// @param most bytes to read of the answer
    public Reply follow(String method, URI address, int redirects, int most) {
        return follow(method, address, Map.of(), redirects, most);
    }

    private Reply follow(String method, URI address, Map<String, String> headers, int redirects, int most) {
        URI place = address;
        Reply reply = exchange(request(place, headers).method(method, NOTHING).build(), most);
        for (int hop = 0; hop < redirects && location(reply).isPresent(); hop++) {
            URI next = resolved(place, location(reply).orElseThrow());
            Map<String, String> carried = place.getAuthority().equals(next.getAuthority()) ? headers : Map.of();
            reply = exchange(request(next, carried).method(method, NOTHING).build(), most);
            place = next;
        }
        return reply;
    }

    /// Sends once, follows nothing.
    ///
    /// @param most bytes to read of the answer
    public Reply post(URI address, Map<String, String> headers, byte[] body, int most) {
        return exchange(
                request(address, headers)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                Math.min(most, MOST));
    }

    private HttpRequest.Builder request(URI address, Map<String, String> headers) {
        guard.require(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "Gazouillis");
        headers.forEach(request::header);
        return request;
    }

    private Reply exchange(HttpRequest request, int most) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new CutBody(most));
        String host = request.uri().getHost();
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Reply.of(response.statusCode(), response.headers(), response.body(), clock);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new OutcomeUnknown(host + " did not answer within " + patience.toSeconds() + " seconds.");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("We stopped while " + host + " had not answered yet.");
        } catch (ExecutionException failed) {
            throw wasNeverSent(failed.getCause())
                    ? new RetryableNetworkException(host + " cannot be reached: " + failed.getCause(), null)
                    : new OutcomeUnknown("The connection to " + host + " broke: " + failed.getCause());
        }
    }

    /// Whether no byte of the request can have left: there was no connection, or no agreement on encryption.
    private static boolean wasNeverSent(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof SSLHandshakeException
                        || cause instanceof CertificateException
                        || cause instanceof UnresolvedAddressException);
    }

    private static URI resolved(URI place, String location) {
        try {
            return place.resolve(location);
        } catch (IllegalArgumentException noAddress) {
            throw new NetworkRejected(
                    NetworkRejected.Reason.ADDRESS, place.getHost() + " sends us to something that is no address.");
        }
    }

    private static Optional<String> location(Reply reply) {
        return reply.status() >= 300 && reply.status() < 400
                ? reply.headers().firstValue("Location")
                : Optional.empty();
    }
}
