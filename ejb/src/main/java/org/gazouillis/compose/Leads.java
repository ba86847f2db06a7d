package org.gazouillis.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.LinkAnswer;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// Where the links of texts lead: themselves, or what a short link of this house stands for.
///
/// @param targets by the link as it was written; empty for a short link that leads nowhere at that time
record Leads(Map<String, String> targets) {
    Leads {
        targets = Map.copyOf(targets);
    }

    static Leads of(Handle handle, WorkspaceId workspace, OwnAddress own, Collection<String> urls, Instant at) {
        Map<String, String> codes = new LinkedHashMap<>();
        urls.forEach(url -> own.code(url).ifPresent(code -> codes.put(url, code.toLowerCase(Locale.ROOT))));
        Map<String, Target> known = codes.isEmpty() ? Map.of() : read(handle, workspace, codes.values(), at);
        Map<String, String> targets = new LinkedHashMap<>();
        for (String url : urls) {
            String code = codes.get(url);
            Target target = code == null ? null : known.get(code);
            if (target != null) {
                targets.put(url, target.open() ? target.target() : "");
            } else if (code == null) {
                targets.put(url, url);
            }
        }
        return new Leads(targets);
    }

    /// What there is to be followed outside.
    List<String> outside() {
        return targets.values().stream()
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /// What is known of these links, each in its place.
    List<Check> remarks(Wording wording, FollowedLinks links) {
        List<Check> found = new ArrayList<>();
        for (String url : wording.urls()) {
            why(url, links).ifPresent(why -> {
                int start = Math.max(0, wording.text().indexOf(url));
                found.add(Check.warning(
                                Check.Code.DEAD_LINK,
                                "The link " + url + " is dead: " + inWords(why) + ". Mend it, or leave it out.",
                                url,
                                why)
                        .at(start, start + url.length()));
            });
        }
        return found;
    }

    /// Those that are known to be dead.
    List<String> dead(FollowedLinks links) {
        return targets.keySet().stream()
                .filter(url -> why(url, links).isPresent())
                .sorted()
                .toList();
    }

    private Optional<String> why(String url, FollowedLinks links) {
        String target = targets.get(url);
        if (target == null) {
            return Optional.empty();
        }
        return target.isEmpty()
                ? Optional.of("off")
                : links.known(target).filter(LinkAnswer::isDead).map(LinkAnswer::why);
    }

    private static String inWords(String why) {
        return switch (why) {
            case "off" -> "the short link is switched off, or will have ended";
            case "silent" -> "its server does not answer";
            case "unreachable" -> "its server cannot be reached";
            case "circle" -> "it leads on and on";
            default -> "its server answers " + why;
        };
    }

    private static Map<String, Target> read(
            Handle handle, WorkspaceId workspace, Collection<String> codes, Instant at) {
        return handle
                .createQuery("""
                        select lower(code) as code, target,
                               disabled_at is null and deleted_at is null and coalesce(expires_at > :at, true) as open
                        from short_link where workspace_id = :workspace and lower(code) = any (:codes)
                        """)
                .bind("at", at)
                .bind("workspace", workspace)
                .bind("codes", codes.toArray(String[]::new))
                .map(Sql.row(Target.class))
                .stream()
                .collect(Collectors.toMap(Target::code, Function.identity()));
    }

    record Target(String code, String target, boolean open) {}
}
