package org.gazouillis.compose;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.LinkAnswer;
import org.gazouillis.network.LinkFollower;

/// What following links showed during the last minutes. Following is done on threads of its own and in no
/// transaction; whoever remarks on a post reads what is known and waits for nobody.
@ApplicationScoped
public class FollowedLinks {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;
    private static final int AT_ONCE = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);
    /// No post needs more.
    private static final int MOST = 20;
    /// Addresses of one host in a minute, so that nobody floods a server by our hands.
    private static final int MOST_OF_A_HOST = 60;

    private final ExecutorService threads = threads();
    private final AsyncCache<URI, LinkAnswer> answers = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(KEPT)
            .executor(threads)
            .buildAsync();
    private final Cache<String, AtomicInteger> asked = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private Function<URI, LinkAnswer> following;
    private OwnAddress own;

    @Inject
    public FollowedLinks(LinkFollower follower, OwnAddress own) {
        this(follower::follow, own);
    }

    public FollowedLinks(Function<URI, LinkAnswer> following, OwnAddress own) {
        this.following = following;
        this.own = own;
    }

    @SuppressWarnings("NullAway.Init")
    FollowedLinks() {}

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /// Follows those that were not followed lately, and waits so long at most; what comes later is known the next
    /// time. A host that was asked too often in this minute is not asked, and nothing is known of what it holds.
    public void follow(Collection<String> addresses, Duration patience) {
        CompletableFuture<?>[] followed = addresses.stream()
                .flatMap(each -> uri(each).stream())
                .distinct()
                .limit(MOST)
                .filter(each -> answers.getIfPresent(each) != null || mayAsk(each))
                .map(each -> answers.get(each, this::ask))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(followed).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException known) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is known of that address just now.
    public Optional<LinkAnswer> known(String address) {
        Optional<URI> uri = uri(address);
        CompletableFuture<LinkAnswer> answer = uri.isPresent() ? answers.getIfPresent(uri.get()) : null;
        return answer != null && answer.isDone() && !answer.isCompletedExceptionally()
                ? Optional.of(answer.join())
                : Optional.empty();
    }

    OwnAddress own() {
        return own;
    }

    private boolean mayAsk(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return asked.get(host, _ -> new AtomicInteger()).incrementAndGet() <= MOST_OF_A_HOST;
    }

    private LinkAnswer ask(URI address) {
        return following.apply(address);
    }

    /// Threads of the system, because looking up a name holds its thread fast, and few of them.
    private static ExecutorService threads() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("links-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /// As readers' programs take it: without a scheme it is meant by https.
    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(URI.create(address.matches("(?i)https?://.*") ? address : "https://" + address));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
