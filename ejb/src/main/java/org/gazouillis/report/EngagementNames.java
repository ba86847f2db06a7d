package org.gazouillis.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.WorkspaceId;
import org.jdbi.v3.core.Handle;

/// What the rows of a brand's report do not hold themselves.
///
/// @param address   where the house stands, for permalinks
/// @param zone      stands where a status was not planned in one
/// @param accounts  handles of the brand's accounts by the profile's id
/// @param campaigns names by id
record EngagementNames(PublicAddress address, ZoneId zone, Map<Long, String> accounts, Map<Long, String> campaigns) {
    static EngagementNames read(
            Handle handle, WorkspaceId workspace, BrandId brand, PublicAddress address, ZoneId zone) {
        return new EngagementNames(
                address,
                zone,
                names(
                        handle,
                        workspace,
                        brand,
                        "select profile_id as id, handle as name from social_account"
                                + " where workspace_id = :workspace and brand_id = :brand and profile_id is not null"),
                names(
                        handle,
                        workspace,
                        brand,
                        "select id, name from campaign" + " where workspace_id = :workspace and brand_id = :brand"));
    }

    static ZoneId zone(Handle handle, WorkspaceId workspace, BrandId brand) {
        return ZoneId.of(handle.createQuery("select zone from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", workspace)
                .bind("brand", brand)
                .mapTo(String.class)
                .one());
    }

    private static Map<Long, String> names(Handle handle, WorkspaceId workspace, BrandId brand, String sql) {
        return handle.createQuery(sql)
                .bind("workspace", workspace)
                .bind("brand", brand)
                .reduceRows(new HashMap<Long, String>(), (names, row) -> {
                    names.put(row.getColumn("id", Long.class), row.getColumn("name", String.class));
                    return names;
                });
    }

    /// As they are kept beside frozen rows.
    String json() {
        return Json.createObjectBuilder()
                .add("root", address.root())
                .add("zone", zone.getId())
                .add("accounts", json(accounts))
                .add("campaigns", json(campaigns))
                .build()
                .toString();
    }

    private static JsonObject json(Map<Long, String> names) {
        var object = Json.createObjectBuilder();
        names.forEach((id, name) -> object.add(Long.toString(id), name));
        return object.build();
    }

    static EngagementNames parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new EngagementNames(
                    new PublicAddress(object.getString("root")),
                    ZoneId.of(object.getString("zone")),
                    names(object.getJsonObject("accounts")),
                    names(object.getJsonObject("campaigns")));
        }
    }

    private static Map<Long, String> names(JsonObject object) {
        var names = new HashMap<Long, String>();
        object.keySet().forEach(id -> names.put(Long.valueOf(id), object.getString(id)));
        return names;
    }
}
