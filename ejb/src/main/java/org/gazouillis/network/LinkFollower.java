package org.gazouillis.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Follows a link as a reader would, and says whether anything is there: its head first, and where a server does not
/// like that, the beginning of the page. Where [OutboundHttp] may not go, nothing is said.
@ApplicationScoped
public class LinkFollower {
    private static final int REDIRECTS = 5;
    private static final int BEGINNING = 1 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /// For so long after a public server answered we count as connected to the internet.
    private static final Duration CONNECTED = Duration.ofHours(1);

    private OutboundHttp http;
    private OutboundRules rules;
    private Clock clock;
    private volatile Instant reached = Instant.MIN;

    @Inject
    public LinkFollower(OutboundRules rules, Clock clock) {
        this(rules, clock, PATIENCE);
    }

    public LinkFollower(OutboundRules rules, Clock clock, Duration patience) {
        this.rules = rules;
        this.clock = clock;
        http = new OutboundHttp(rules, clock, patience);
    }

    @SuppressWarnings("NullAway.Init")
    LinkFollower() {}

    /// Asks the server, and those that it leads to, five at most.
    public LinkAnswer follow(URI address) {
        try {
            Reply head = http.follow("HEAD", address, REDIRECTS, BEGINNING);
            Reply reply = head.isGood() ? head : http.follow("GET", address, REDIRECTS, BEGINNING);
            if (!rules.allows(address)) {
                reached = clock.instant();
            }
            return said(reply.status());
        } catch (NetworkRejected mayNot) {
            return LinkAnswer.UNKNOWN;
        } catch (RetryableNetworkException unreachable) {
            return isConnected(address) ? LinkAnswer.dead("unreachable") : LinkAnswer.UNKNOWN;
        } catch (OutcomeUnknown silent) {
            return LinkAnswer.dead("silent");
        }
    }

    /// A page for members only, or one that turns programs away, is there.
    private static LinkAnswer said(int status) {
        if (status >= 300 && status < 400) {
            return LinkAnswer.dead("circle");
        }
        return status == 404 || status == 410 || status >= 500
                ? LinkAnswer.dead(Integer.toString(status))
                : LinkAnswer.THERE;
    }

    /// A server without a way out reaches nobody, and that says nothing of the links.
    private boolean isConnected(URI address) {
        return rules.allows(address) || reached.isAfter(clock.instant().minus(CONNECTED));
    }
}
