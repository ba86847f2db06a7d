package org.gazouillis.intake.bulk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostVerdict;
import org.gazouillis.intake.BulkFault;
import org.gazouillis.intake.BulkRole;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.intake.BulkWish;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.schedule.PublishTime;
import org.jspecify.annotations.Nullable;

/// Makes an order of a row's cells. Every cell is read whatever is wrong with the others, so that one look at a row
/// tells all of it.
public final class Drafter {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+\\.[^\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final BrandId brand;
    private final BrandBook book;
    private final BulkWish wish;
    private final Clockface clockface;
    private final Map<BulkRole, String> roles;
    private final Map<String, Integer> places = new HashMap<>();

    public Drafter(
            BrandId brand,
            BrandBook book,
            BulkWish wish,
            List<String> columns,
            Map<BulkRole, String> roles,
            ColumnOrder order) {
        this.brand = brand;
        this.book = book;
        this.wish = wish;
        this.roles = roles;
        ZoneId zone = Objects.requireNonNullElse(wish.zone(), book.zone());
        clockface = new Clockface(zone, order, wish.dateFormat());
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i), i);
        }
    }

    /// Header name of the column with the text, or with the time; empty when the file has none.
    public String column(BulkRole role) {
        var column =
                role == BulkRole.WHEN && !roles.containsKey(BulkRole.WHEN) ? roles.get(BulkRole.DATE) : roles.get(role);
        return Objects.requireNonNullElse(column, "");
    }

    /// @param cells in the order of the columns
    public Draft draft(List<String> cells) {
        var row = new Row(cells);
        var faults = row.faults;
        row.lettersAreWhole();
        var text = row.text();
        var time = row.time();
        var plan = time == null ? Plan.LATER : Plan.at(time.due());
        if (time != null) {
            time.remark().ifPresent(check -> faults.add(fault(check, row)));
        }
        row.pictures();
        var order = new PostOrder(brand, text, row.lang(), row.accounts(), row.campaign(), plan);
        return new Draft(order, faults);
    }

    /// What the composer says of the post, beside the cells that it is about.
    public List<BulkFault> faults(PostVerdict verdict, List<String> cells) {
        var row = new Row(cells);
        var faults = new ArrayList<BulkFault>();
        verdict.checks().forEach(check -> faults.add(fault(check, row)));
        if (verdict.accountsRefused() != null) {
            faults.add(refused(row, BulkRole.ACCOUNT, BulkRule.ACCOUNT_REFUSED, verdict.accountsRefused()));
        }
        if (verdict.campaignRefused() != null) {
            faults.add(refused(row, BulkRole.CAMPAIGN, BulkRule.CAMPAIGN_UNKNOWN, verdict.campaignRefused()));
        }
        return faults;
    }

    private static BulkFault refused(Row row, BulkRole role, BulkRule rule, String sentence) {
        var cell = row.needed(role);
        return BulkFault.error(cell.column(), cell.text(), rule, sentence, sentence);
    }

    private BulkFault fault(Check check, Row row) {
        var cell = row.needed(check.code().isAboutTime() ? BulkRole.WHEN : BulkRole.TEXT);
        return new BulkFault(
                cell.column(), cell.text(), rule(check), check.isError(), check.numbers(), check.sentence());
    }

    private static BulkRule rule(Check check) {
        for (var rule : BulkRule.values()) {
            if (rule.name().equals(check.code().name())) {
                return rule;
            }
        }
        return BulkRule.REFUSED;
    }

    /// One row while it is read.
    private final class Row {
        private final List<String> cells;
        private final List<BulkFault> faults = new ArrayList<>();

        Row(List<String> cells) {
            this.cells = cells;
        }

        @Nullable
        Cell cell(BulkRole role) {
            var column = roles.get(role);
            var place = column == null ? null : places.get(column);
            return column == null || place == null || place >= cells.size() ? null : new Cell(column, cells.get(place));
        }

        Cell needed(BulkRole role) {
            var column = column(role);
            var place = places.get(column);
            return new Cell(column, place == null || place >= cells.size() ? "" : cells.get(place));
        }

        /// Bytes that were no letters in the file's encoding, and NUL, were read as U+FFFD.
        void lettersAreWhole() {
            for (var role : roles.keySet()) {
                var cell = cell(role);
                if (cell != null && cell.text().indexOf('\uFFFD') >= 0) {
                    faults.add(BulkFault.error(
                            cell.column(),
                            cell.text(),
                            BulkRule.CELL_BROKEN,
                            "The cell holds something that is no letter in the file's encoding."));
                }
            }
        }

        String text() {
            var text = needed(BulkRole.TEXT).text();
            var link = cell(BulkRole.LINK);
            if (link == null || link.isBlank() || text.contains(link.text())) {
                return text;
            }
            if (!LINK.matcher(link.text()).matches()) {
                faults.add(BulkFault.error(
                        link.column(), link.text(), BulkRule.LINK_UNREADABLE, "This is no address of a page."));
                return text;
            }
            return text.isEmpty() ? link.text() : text + " " + link.text();
        }

        @Nullable
        PublishTime time() {
            try {
                var zone = cell(BulkRole.ZONE);
                return clockface.read(needed(BulkRole.WHEN), cell(BulkRole.TIME), zone);
            } catch (CellRefused refused) {
                faults.add(refused.fault());
                return null;
            }
        }

        List<AccountId> accounts() {
            try {
                var named = cell(BulkRole.ACCOUNT);
                var network = cell(BulkRole.NETWORK);
                if (named != null && !named.isBlank()) {
                    return book.accounts(named, network);
                }
                if (network != null && !network.isBlank()) {
                    return book.onNetworks(network);
                }
                return wish.account() == null ? List.of() : book.accounts(new Cell("", wish.account()), null);
            } catch (CellRefused refused) {
                faults.add(refused.fault());
                return List.of();
            }
        }

        @Nullable
        CampaignId campaign() {
            try {
                var named = cell(BulkRole.CAMPAIGN);
                if (named != null && !named.isBlank()) {
                    return book.campaign(named);
                }
                return wish.campaign() == null ? null : book.campaign(new Cell("", wish.campaign()));
            } catch (CellRefused refused) {
                faults.add(refused.fault());
                return null;
            }
        }

        /// Null means the brand's; so does what is no language.
        @Nullable
        String lang() {
            var lang = cell(BulkRole.LANG);
            return lang == null || !LANG.matcher(lang.text()).matches() ? null : lang.text();
        }

        void pictures() {
            var picture = cell(BulkRole.PICTURE);
            if (picture != null && !picture.isBlank()) {
                faults.add(BulkFault.warning(
                        picture.column(),
                        picture.text(),
                        BulkRule.PICTURE_LEFT_OUT,
                        "The picture is not fetched; the post goes out without it."));
            }
        }
    }
}
