package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.dashboard.Coverage;
import org.gazouillis.dashboard.FlashReceipt;
import org.gazouillis.dashboard.FlashReceipts;
import org.gazouillis.dashboard.Unanswered;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// The part of `/dashboard/post?id=` about whom a flash reached.
@Named
@RequestScoped
public class FlashPart {
    @Inject
    private FlashReceipts receipts;

    @Inject
    private Shell shell;

    private @Nullable FlashReceipt receipt;

    /// What a number is called and what it means.
    public record ColumnText(String name, String means) {}

    /// Some people with how far the flash came among them.
    ///
    /// @param names who has not acknowledged it, with how many more at the end
    public record Row(
            String name,
            String people,
            String delivered,
            String saw,
            String opened,
            String acknowledged,
            String unanswered,
            List<String> names) {}

    /// With the page's view action.
    void read(StatusId status) {
        receipt = receipts.of(status).orElse(null);
    }

    public boolean isThere() {
        return receipt != null;
    }

    private FlashReceipt receipt() {
        return Objects.requireNonNull(receipt, "the post is no flash");
    }

    public String getAsOf() {
        return text(
                "post.flash.as-of",
                new TimeText(shell.getLocale(), receipt().brand().zone())
                        .moment(receipt().asOf()));
    }

    public List<ColumnText> getColumns() {
        return Stream.of("people", "delivered", "saw", "opened", "acknowledged")
                .map(each -> new ColumnText(
                        text("post.flash." + each),
                        text("post.flash." + each + ".means", FlashReceipt.WATCHED.toDays())))
                .toList();
    }

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(text("post.flash.followers"), receipt().all(), receipt().unanswered()));
        receipt().lists().forEach(list -> rows.add(row(list.title(), list.coverage(), list.unanswered())));
        return rows;
    }

    private Row row(String name, Coverage of, Unanswered unanswered) {
        return new Row(
                name,
                figure(of.people()),
                figure(of.delivered()),
                figure(of.saw()),
                figure(of.opened()),
                figure(of.acknowledged()),
                text("post.flash.unanswered", figure(of.people() - of.acknowledged()), figure(of.people())),
                names(unanswered));
    }

    private List<String> names(Unanswered unanswered) {
        List<String> names = new ArrayList<>();
        unanswered
                .named()
                .forEach(each -> names.add(each.name() + " @" + each.handle()
                        + (each.delivered() ? "" : " · " + text("post.flash.not-delivered"))));
        if (unanswered.more() > 0) {
            names.add(text("post.flash.more", figure(unanswered.more())));
        }
        return names;
    }

    /// Whether views have been deleted that a number would need.
    public boolean isUnknown() {
        return receipt().all().saw() == null;
    }

    public boolean isNamed() {
        return receipt().named();
    }

    public boolean isExportable() {
        return shell.may(receipt().brand().id(), "EXPORT");
    }

    public String getFile() {
        return "/api/desk/v1/flashes/" + receipt().status() + "/receipt/export";
    }

    private String figure(@Nullable Long value) {
        return new FigureText(shell.getLocale()).of(Measure.Unit.PEOPLE, value);
    }

    private String text(String key, Object... arguments) {
        return shell.texts().text(key, arguments);
    }
}
