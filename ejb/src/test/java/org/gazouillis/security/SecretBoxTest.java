package org.gazouillis.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretBoxTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(1);
    private static final AccountId ACCOUNT = new AccountId(2);

    @TempDir
    private Path data;

    @Test
    void whatWasSealedComesBackAndLooksDifferentEachTime() {
        SecretBox box = opened();
        byte[] sealed = box.seal(WORKSPACE, ACCOUNT, "tökèn");
        assertThat(box.open(WORKSPACE, ACCOUNT, sealed)).isEqualTo("tökèn");
        assertThat(box.seal(WORKSPACE, ACCOUNT, "tökèn")).isNotEqualTo(sealed);
        assertThat(new String(sealed, UTF_8)).doesNotContain("kèn");
    }

    @Test
    void aRowThatIsCopiedToAnotherAccountStaysShut() {
        SecretBox box = opened();
        byte[] sealed = box.seal(WORKSPACE, ACCOUNT, "token");
        assertThatThrownBy(() -> box.open(WORKSPACE, new AccountId(3), sealed)).isInstanceOf(SecretNotReadable.class);
        assertThatThrownBy(() -> box.open(new WorkspaceId(9), ACCOUNT, sealed)).isInstanceOf(SecretNotReadable.class);
    }

    @Test
    void noByteCanBeChanged() {
        SecretBox box = opened();
        byte[] sealed = box.seal(WORKSPACE, ACCOUNT, "token");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> box.open(WORKSPACE, ACCOUNT, changed)).isInstanceOf(SecretNotReadable.class);
        }
        assertThatThrownBy(() -> box.open(WORKSPACE, ACCOUNT, new byte[20])).isInstanceOf(SecretNotReadable.class);
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        opened();
        assertThat(Files.getPosixFilePermissions(file())).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void aLostKeyIsNeverReplacedByANewOne() throws IOException {
        SecretBox box = opened();
        String lost = box.keyId();
        Files.delete(file());
        SecretBox later = box();
        assertThat(later.open(Set.of(lost)))
                .hasValueSatisfying(trouble -> assertThat(trouble).contains(lost));
        assertThat(later.isOpen()).isFalse();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aWrongKeyIsSeenAsSuch() throws IOException {
        SecretBox box = opened();
        String right = box.keyId();
        Files.write(file(), List.of(key(1)));
        SecretBox later = box();
        assertThat(later.open(Set.of(right))).isPresent();
        assertThat(later.isOpen()).isFalse();
    }

    @Test
    void aNewKeyOnTopLocksAndTheOldOneStillOpens() throws IOException {
        SecretBox box = opened();
        byte[] sealed = box.seal(WORKSPACE, ACCOUNT, "token");
        Files.write(file(), List.of(key(1), Files.readString(file()).strip()));
        SecretBox later = box();
        assertThat(later.open(Set.of(box.keyId()))).isEmpty();
        assertThat(later.keyId()).isNotEqualTo(box.keyId());
        assertThat(later.open(WORKSPACE, ACCOUNT, sealed)).isEqualTo("token");
        byte[] anew = later.seal(WORKSPACE, ACCOUNT, "token");
        assertThatThrownBy(() -> box.open(WORKSPACE, ACCOUNT, anew)).isInstanceOf(SecretNotReadable.class);
    }

    @Test
    void aLineThatIsNoKeyIsRefusedWithoutShowingIt() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), List.of("c2hvcnQ="));
        assertThatThrownBy(() -> box().open(Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("c2hvcnQ=")
                .hasMessageContaining("token-keys");
    }

    private SecretBox opened() {
        SecretBox box = box();
        assertThat(box.open(Set.of())).isEmpty();
        return box;
    }

    private SecretBox box() {
        return new SecretBox(new DataDirectory(data));
    }

    private Path file() {
        return data.resolve("secrets/token-keys");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
