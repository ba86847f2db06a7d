package org.gazouillis.web.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gazouillis.intake.BulkRole;
import org.gazouillis.intake.BulkWish;
import org.jspecify.annotations.Nullable;

/// What is said about a file of posts; what is missing is found out.
///
/// @param format     `hootsuite`, `sprout`, `buffer`, `generic`
/// @param columns    header name by what it means: `when`, `date`, `time`, `text`, `link`, `account`, `network`,
///                   `campaign`, `zone`, `lang`, `picture`
/// @param dateFormat `day-first`, `month-first`, or a pattern such as `dd/MM/yyyy HH:mm`
/// @param zone       IANA name, for times without one
/// @param account    `network:handle`, for rows without an account
/// @param campaign   for rows without a campaign
public record BulkWishJson(
        @Nullable String format,
        @Nullable Map<String, String> columns,
        @Nullable String dateFormat,
        @Nullable String zone,
        @Nullable String account,
        @Nullable String campaign) {
    static BulkWishJson of(BulkWish wish) {
        return new BulkWishJson(
                wish.format() == null ? null : wish.format().key(),
                wish.columns().entrySet().stream()
                        .collect(Collectors.toMap(role -> role.getKey().key(), Map.Entry::getValue)),
                wish.dateFormat(),
                wish.zone() == null ? null : wish.zone().getId(),
                wish.account(),
                wish.campaign());
    }

    BulkWish wish() {
        var roles = new EnumMap<BulkRole, String>(BulkRole.class);
        if (columns != null) {
            columns.forEach((role, column) -> {
                if (column != null && !column.isEmpty()) {
                    roles.put(BulkRole.of(role), column);
                }
            });
        }
        return BulkWish.of(format, roles, dateFormat, zone, account, campaign);
    }
}
