package org.gazouillis.web.microblog;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.kernel.ProfileId;
import org.jspecify.annotations.Nullable;

/// Whom clients put on a list or take off it, as JSON or as a form.
public record AccountIdsJson(@JsonbProperty("account_ids") List<String> accountIds) {

    @JsonbCreator
    public AccountIdsJson(@JsonbProperty("account_ids") @Nullable List<String> accountIds) {
        this.accountIds = accountIds == null ? List.of() : List.copyOf(accountIds);
    }

    static AccountIdsJson of(MultivaluedMap<String, String> form) {
        return new AccountIdsJson(Stream.of("account_ids[]", "account_ids")
                .flatMap(name -> form.getOrDefault(name, List.of()).stream())
                .toList());
    }

    List<ProfileId> profiles() {
        return accountIds.stream().map(ProfileId::parse).toList();
    }
}
