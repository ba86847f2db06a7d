package org.gazouillis.network.rss;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.gazouillis.network.Connector;
import org.gazouillis.network.Dispatch;
import org.gazouillis.network.Lookup;
import org.gazouillis.network.Network;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.RateBudget;
import org.gazouillis.network.RemoteProfile;
import org.gazouillis.network.RemoteStatus;
import org.gazouillis.network.TextLimits;

/// A feed of our own. Nobody is called: the feed shows every confirmed publication of its account, so that confirming
/// is publishing. The entry's id is the publication's.
@ApplicationScoped
public class RssConnector implements Connector {
    private static final Network RSS = new Network(
            "rss",
            "RSS",
            TextLimits.of("rss"),
            new RateBudget(4, 10_000, Duration.ofMinutes(1)),
            true,
            Network.Recovery.LOOK_UP,
            false);

    @Override
    public Network network() {
        return RSS;
    }

    @Override
    public RemoteStatus publish(NetworkAccess access, Dispatch dispatch) {
        return entry(dispatch);
    }

    @Override
    public Lookup find(NetworkAccess access, Dispatch dispatch) {
        return new Lookup(List.of(entry(dispatch)), true);
    }

    @Override
    public RemoteProfile verify(NetworkAccess access) {
        return new RemoteProfile(
                access.remoteId(), access.remoteId(), access.endpoint().toString());
    }

    private static RemoteStatus entry(Dispatch dispatch) {
        return new RemoteStatus(dispatch.publication().toString(), null);
    }
}
