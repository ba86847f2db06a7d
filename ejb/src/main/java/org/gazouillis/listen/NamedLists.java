package org.gazouillis.listen;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gazouillis.index.KnownList;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;

/// The lists that a query may name: a member's own, and those of the brands that they see.
public final class NamedLists {
    private static final String SQL = """
            select coalesce(json_agg(json_build_object(
                     'id', l.id, 'title', l.title, 'profiles', coalesce(on_it.profiles, '[]')) order by l.id), '[]')::text
            from profile_list l
            left join lateral (
              select json_agg(i.profile_id order by i.profile_id) as profiles from list_member i where i.list_id = l.id) on_it
              on true
            where l.removed_at is null
              and (l.owner_id = %1$s or l.owner_id in (
                select a.profile_id from social_account a where a.workspace_id = %2$s and a.brand_id = any (%3$s)))
            """;

    private NamedLists() {}

    /// What asks for a list in a query.
    public static String term(ProfileList list) {
        return new KnownList(list.id().value(), list.title(), Set.of()).term();
    }

    /// Asks for them as one text, to be read by [#read].
    ///
    /// @param profile what says the member's profile in SQL; 0 is nobody
    static String sql(String profile, String workspace, String brands) {
        return String.format(Locale.ROOT, SQL, profile, workspace, brands);
    }

    static List<KnownList> seenBy(Handle handle, MemberScope member) {
        return read(handle, member, member.profile().value(), member.roles().keySet());
    }

    /// Its own alone.
    static List<KnownList> of(Handle handle, MemberScope member, BrandId brand) {
        return read(handle, member, 0, Set.of(brand));
    }

    private static List<KnownList> read(Handle handle, MemberScope member, long profile, Set<BrandId> brands) {
        return read(handle.createQuery(sql(":profile", ":workspace", ":brands"))
                .bind("profile", profile)
                .bind("workspace", member.workspace())
                .bind("brands", brands.stream().map(BrandId::value).toArray(Long[]::new))
                .mapTo(String.class)
                .one());
    }

    static List<KnownList> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(NamedLists::list)
                    .toList();
        }
    }

    private static KnownList list(JsonObject list) {
        return new KnownList(
                list.getJsonNumber("id").longValueExact(),
                list.getString("title"),
                list.getJsonArray("profiles").getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::longValueExact)
                        .collect(Collectors.toSet()));
    }
}
