package org.gazouillis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.kernel.WorkspaceId;

/// Locks the tokens of accounts outside and the keys of members' webhooks: AES-256-GCM with a fresh key for each
/// secret, which a key of the house locks in turn. The keys of the house lie in [KeyFile], never in the database.
/// Workspace and owner are bound into the lock, so that a row copied to another account cannot be opened there.
///
/// Sealed: version (1 byte), id of the house's key (8), nonce (12), locked key (48), nonce (12), locked secret.
@ApplicationScoped
public class SecretBox {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private KeyFile file;
    private volatile Keys keys = Keys.NONE;

    @Inject
    public SecretBox(DataDirectory data) {
        file = new KeyFile(data.path().resolve("secrets/token-keys"));
    }

    @SuppressWarnings("NullAway.Init")
    SecretBox() {}

    /// Reads the keys. Where there are neither keys nor secrets yet, a first key is made; where there are secrets,
    /// none is ever made, because a new key would hide that the old one was lost.
    ///
    /// @param used ids of the keys by which stored secrets are locked
    /// @return why nothing can be opened; empty when all is well
    public Optional<String> open(Set<String> used) {
        Keys read = file.read();
        if (read.isEmpty() && used.isEmpty()) {
            file.create(fresh(KEY));
            read = file.read();
        }
        Set<String> missing = read.missing(used);
        keys = missing.isEmpty() ? read : Keys.NONE;
        if (!keys.isEmpty()) {
            return Optional.empty();
        }
        String which = missing.isEmpty() ? "a key" : "the key " + String.join(", ", missing);
        return Optional.of(
                which + " is missing in " + file.path() + "; put the file back from a backup and start again");
    }

    /// Whether secrets can be sealed and opened.
    public boolean isOpen() {
        return !keys.isEmpty();
    }

    /// Id of the key by which new secrets are locked.
    public String keyId() {
        return keys.current().id();
    }

    public byte[] seal(WorkspaceId workspace, TypedId owner, String secret) {
        Keys.Key house = keys.current();
        byte[] own = fresh(KEY);
        byte[] bound = bound(workspace, owner);
        byte[] lockedKey = lock(house.bytes(), bound, own);
        byte[] lockedSecret = lock(own, bound, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + Keys.ID + lockedKey.length + lockedSecret.length)
                .put(VERSION)
                .put(house.idBytes())
                .put(lockedKey)
                .put(lockedSecret)
                .array();
    }

    /// @throws SecretNotReadable when the key is not here, or the bytes were not sealed for this owner
    public String open(WorkspaceId workspace, TypedId owner, byte[] sealed) {
        int lockedKeyEnd = 1 + Keys.ID + NONCE + KEY + TAG;
        if (sealed.length < lockedKeyEnd + NONCE + TAG || sealed[0] != VERSION) {
            throw new SecretNotReadable(owner, null);
        }
        Keys.Key house = keys.find(Arrays.copyOfRange(sealed, 1, 1 + Keys.ID))
                .orElseThrow(() -> new SecretNotReadable(owner, null));
        try {
            byte[] bound = bound(workspace, owner);
            byte[] own = unlock(house.bytes(), bound, Arrays.copyOfRange(sealed, 1 + Keys.ID, lockedKeyEnd));
            byte[] secret = unlock(own, bound, Arrays.copyOfRange(sealed, lockedKeyEnd, sealed.length));
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrong) {
            throw new SecretNotReadable(owner, wrong);
        }
    }

    private byte[] lock(byte[] key, byte[] bound, byte[] plain) {
        byte[] nonce = fresh(NONCE);
        try {
            byte[] locked = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
            return ByteBuffer.allocate(NONCE + locked.length)
                    .put(nonce)
                    .put(locked)
                    .array();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] unlock(byte[] key, byte[] bound, byte[] locked) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(locked, NONCE);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(locked, NONCE, locked.length - NONCE);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static byte[] bound(WorkspaceId workspace, TypedId owner) {
        return ("gazouillis account secret " + workspace + " " + owner).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
