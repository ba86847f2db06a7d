package org.gazouillis.web.microblog;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.kernel.ProfileId;
import org.jspecify.annotations.Nullable;

/// Whom clients put on a list or take off it, as JSON or as a form.
public record AccountIdsJson(@JsonbProperty("account_ids") List<String> accountIds) {
    private static final List<String> FIELDS = List.of("account_ids[]", "account_ids");
    private static final Jsonb JSON = JsonbBuilder.create();

    @JsonbCreator
    public AccountIdsJson(@JsonbProperty("account_ids") @Nullable List<String> accountIds) {
        this.accountIds = accountIds == null ? List.of() : List.copyOf(accountIds);
    }

    static AccountIdsJson of(MultivaluedMap<String, String> form) {
        return new AccountIdsJson(FIELDS.stream()
                .flatMap(name -> form.getOrDefault(name, List.of()).stream())
                .toList());
    }

    /// Of a request whose body nobody has read: of JSON, or of a form; of no body, nobody.
    ///
    /// @throws jakarta.json.bind.JsonbException when the body is not what is expected here
    static AccountIdsJson in(HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (type.startsWith(MediaType.APPLICATION_JSON)) {
            return JSON.fromJson(request.getInputStream(), AccountIdsJson.class);
        }
        return new AccountIdsJson(FIELDS.stream()
                .flatMap(name -> Stream.ofNullable(request.getParameterValues(name)))
                .flatMap(Stream::of)
                .toList());
    }

    List<ProfileId> profiles() {
        return accountIds.stream().map(ProfileId::parse).toList();
    }
}
