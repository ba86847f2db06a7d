package org.gazouillis.dashboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// What people call the keys of an [Axis]. Nothing of another workspace has a name here, and what was removed has none.
final class PivotNames {
    private PivotNames() {}

    static Map<String, String> of(Handle handle, WorkspaceId workspace, Axis axis, Collection<String> keys) {
        String sql = sql(axis);
        Map<String, String> names = new HashMap<>();
        if (!sql.isEmpty()) {
            handle.createQuery(sql)
                    .bind("workspace", workspace)
                    .bind(
                            "ids",
                            keys.stream()
                                    .filter(key -> key.chars().allMatch(Character::isDigit))
                                    .map(Long::valueOf)
                                    .toArray(Long[]::new))
                    .map(Sql.row(Named.class))
                    .forEach(named -> names.put(named.key(), named.name()));
        }
        return names;
    }

    private static String sql(Axis axis) {
        return switch (axis) {
            case BRAND -> "select id::text as key, name from brand where workspace_id = :workspace and id = any (:ids)";
            case CAMPAIGN ->
                "select id::text as key, name from campaign where workspace_id = :workspace and id = any (:ids)";
            case ACCOUNT ->
                "select id::text as key, '@' || handle as name from social_account"
                        + " where workspace_id = :workspace and id = any (:ids)";
            case AUTHOR ->
                "select id::text as key, name from member where workspace_id = :workspace and id = any (:ids)";
            case STATUS ->
                "select s.id::text as key, s.text as name from status s"
                        + " join social_account a on a.profile_id = s.profile_id and a.workspace_id = :workspace"
                        + " where s.id = any (:ids) and s.removed_at is null";
            case HASHTAG, LANGUAGE, MEDIA, HOUR, DAY, WEEK, MONTH, WEEKDAY, HOUR_OF_DAY, HOUR_OF_WEEK -> "";
        };
    }

    record Named(String key, String name) {}
}
