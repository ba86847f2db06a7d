package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.network.Connector;
import org.gazouillis.network.NetworkAccess;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.Networks;
import org.gazouillis.network.OutboundHttp;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RemoteProfile;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.security.SecretBox;
import org.jspecify.annotations.Nullable;

/// Connects accounts outside and tests them. It opens no transaction: it calls the network first, and the
/// [AccountBook] keeps what came of it.
@ApplicationScoped
public class Accounts {
    private static final int KEY = 24;

    private final SecureRandom random = new SecureRandom();
    private AccountBook book;
    private Networks networks;
    private OutboundHttp http;
    private Permissions permissions;
    private SecretBox box;
    private TimeOrderedIds ids;

    @Inject
    public Accounts(
            AccountBook book,
            Networks networks,
            OutboundHttp http,
            Permissions permissions,
            SecretBox box,
            TimeOrderedIds ids) {
        this.book = book;
        this.networks = networks;
        this.http = http;
        this.permissions = permissions;
        this.box = box;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway.Init")
    Accounts() {}

    /// Connects an account, after the network has said whose it is.
    ///
    /// @param feeds where our own feeds are, without the account's part; used by a feed only
    /// @throws AccountRefused when address or token will not do, or the account is connected already
    public AccountSecret connect(NewAccount wish, URI feeds) {
        permissions.require(wish.brand(), Permission.ADMINISTER);
        requireOpen();
        if (!networks.serves(wish.network())) {
            throw new AccountRefused("network", "There is no network \"" + wish.network() + "\" to connect.");
        }
        AccountId fresh = new AccountId(ids.next());
        return switch (wish.network()) {
            case "webhook" -> webhook(wish, fresh);
            case "rss" -> feed(wish, fresh, feeds.resolve(fresh + ".xml"));
            default -> withToken(wish, fresh);
        };
    }

    /// Replaces a token by a new one of the same account.
    ///
    /// @throws AccountRefused when it is another's, or the account has none
    public ConnectedAccount renew(AccountId id, String token, @Nullable Instant expiresAt) {
        ConnectedAccount account = book.outside(id);
        NetworkAccess old = book.access(account);
        if (account.network().equals("webhook") || account.network().equals("rss")) {
            throw new AccountRefused("token", "This account has no token. Connect a new one instead.");
        }
        NetworkAccess access = new NetworkAccess(id, old.endpoint(), required("token", token), "");
        RemoteProfile who = verified(networks.connector(account.network()), access);
        if (!who.id().equals(old.remoteId())) {
            throw new AccountRefused(
                    "token", "This token belongs to @" + who.handle() + ", not to @" + account.handle() + ".");
        }
        return book.keep(account.brandId(), account.network(), access, named(who, account.handle()), expiresAt);
    }

    /// Asks the network whether the access still works, and sends a receiver a signed test.
    ///
    /// @throws AccountRefused with the network's reason when it does not
    public ConnectedAccount test(AccountId id) {
        ConnectedAccount account = book.outside(id);
        verified(networks.connector(account.network()), book.access(account));
        return book.works(account);
    }

    private AccountSecret withToken(NewAccount wish, AccountId fresh) {
        URI endpoint = root(address(wish.endpoint()));
        NetworkAccess access = new NetworkAccess(fresh, endpoint, required("token", wish.token()), "");
        RemoteProfile there = verified(networks.connector(wish.network()), access);
        RemoteProfile who = named(there, there.handle() + "@" + endpoint.getAuthority());
        return new AccountSecret(keep(wish, access, who), "");
    }

    private AccountSecret webhook(NewAccount wish, AccountId fresh) {
        URI endpoint = address(wish.endpoint());
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        RemoteProfile who = new RemoteProfile(endpoint.toString(), endpoint.getAuthority(), endpoint.toString());
        return new AccountSecret(keep(wish, new NetworkAccess(fresh, endpoint, secret, who.id()), who), secret);
    }

    private AccountSecret feed(NewAccount wish, AccountId fresh, URI address) {
        RemoteProfile who = new RemoteProfile(fresh.toString(), "feed", address.toString());
        return new AccountSecret(keep(wish, new NetworkAccess(fresh, address, "", fresh.toString()), who), "");
    }

    /// One that was connected before is the same account again; a receiver has no name of its own to know it by.
    private ConnectedAccount keep(NewAccount wish, NetworkAccess access, RemoteProfile who) {
        Optional<ConnectedAccount> known = book.known(wish, access.endpoint(), who.handle());
        if (known.filter(each -> !each.state().equals("DISCONNECTED")).isPresent()) {
            throw new AccountRefused(
                    "endpoint", "@" + who.handle() + " is connected already. Give it a new token instead.");
        }
        NetworkAccess kept = known.filter(each -> !wish.network().equals("webhook"))
                .map(each -> new NetworkAccess(each.id(), access.endpoint(), access.secret(), access.remoteId()))
                .orElse(access);
        return book.keep(wish.brand(), wish.network(), kept, who, wish.expiresAt());
    }

    private static RemoteProfile verified(Connector connector, NetworkAccess access) {
        try {
            return connector.verify(access);
        } catch (NetworkRejected refused) {
            boolean token = refused.reason() == NetworkRejected.Reason.ACCESS;
            throw new AccountRefused(token ? "token" : "endpoint", String.valueOf(refused.getMessage()));
        } catch (RetryableNetworkException | OutcomeUnknown unreachable) {
            throw new AccountRefused("endpoint", String.valueOf(unreachable.getMessage()));
        }
    }

    private URI address(String typed) {
        String text = required("endpoint", typed);
        try {
            URI address = URI.create(text.contains("://") ? text : "https://" + text);
            http.check(address);
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw new AccountRefused("endpoint", "This is no web address. Give one like https://example.org");
        } catch (NetworkRejected | RetryableNetworkException refused) {
            throw new AccountRefused("endpoint", String.valueOf(refused.getMessage()));
        }
    }

    private static URI root(URI address) {
        return address.resolve("/");
    }

    private static RemoteProfile named(RemoteProfile who, String handle) {
        return new RemoteProfile(who.id(), handle, who.url());
    }

    private static String required(String field, String value) {
        if (value.isBlank()) {
            throw new AccountRefused(field, field.equals("token") ? "Give an access token." : "Give an address.");
        }
        return value.strip();
    }

    private void requireOpen() {
        if (!box.isOpen()) {
            throw new AccountRefused(
                    "account",
                    "No account can be connected now: the server's key for tokens is missing. Tell its operator.");
        }
    }
}
