package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gazouillis.dashboard.Period;
import org.gazouillis.dashboard.Step;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.listen.ShareOfVoice;
import org.gazouillis.listen.Voice;
import org.gazouillis.listen.VoiceCounts;
import org.gazouillis.listen.Voices;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/dashboard/voices?brand=&period=&from=&to=&show=`: how often a brand and others are spoken of, and their shares.
@Named
@RequestScoped
public class VoicesPage {
    @Inject
    private VoiceCounts counts;

    @Inject
    private Voices voices;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    @SuppressWarnings("NullAway.Init")
    private VoicesAddress address;

    @SuppressWarnings("NullAway.Init")
    private Period period;

    private List<Voice> kept = List.of();
    private Optional<ShareOfVoice> share = Optional.empty();
    private String trouble = "";

    /// A line of the form.
    public record Field(int number, String name, String query) {}

    /// A day of the table: what each voice has, `12 · 40 %`.
    public record Day(String label, List<String> cells) {}

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        address = VoicesAddress.read(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap(), brand.handle());
        period = address.figures().resolve(brand.zone(), clock.instant());
        kept = voices.of(brand.id());
        try {
            share = kept.isEmpty() ? Optional.empty() : Optional.of(counts.of(brand.handle(), period.range()));
        } catch (QueryNotUnderstood gone) {
            trouble = shell.texts().text("voices.not-understood", gone.token());
        } catch (SearchTooBroad tooBroad) {
            trouble = shell.texts().text("voices.too-broad");
        }
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    /// Why nothing could be counted; empty when it could.
    public String getTrouble() {
        return trouble;
    }

    public boolean isNamed() {
        return !kept.isEmpty();
    }

    /// Something was heard.
    public boolean isHeard() {
        return share.filter(all -> all.counted() > 0).isPresent();
    }

    /// Nothing was heard, and that is certain.
    public boolean isSilent() {
        return share.filter(all -> all.counted() == 0 && all.whole()).isPresent();
    }

    /// The index is being built or does not follow: there may be more.
    public boolean isPartial() {
        return share.filter(all -> !all.whole() || all.behindSince() != null).isPresent();
    }

    public boolean isMayChange() {
        return shell.may(brand.id(), "SET_RULES");
    }

    public List<VoiceRow> getRows() {
        return share.map(all -> all.voices().stream()
                        .map(heard -> VoiceRow.of(heard, all, period, figures(), shell.texts()))
                        .toList())
                .orElse(List.of());
    }

    /// What the shares stand on, in a sentence.
    public String getFolding() {
        return share.map(all -> shell.texts()
                        .text(
                                all.folded() ? "voices.folded" : "voices.not-folded",
                                figures().count(all.counted()),
                                figures().count(VoiceCounts.MOST_READ)))
                .orElse("");
    }

    /// How many posts are counted for several voices.
    public String getOverlap() {
        return share.map(all -> shell.texts()
                        .text(
                                all.overlap() == 0 ? "voices.overlap.none" : "voices.overlap",
                                figures().count(all.different()),
                                figures().count(all.overlap())))
                .orElse("");
    }

    public List<Day> getDays() {
        return share.map(all -> IntStream.range(0, all.days().size())
                        .mapToObj(day -> new Day(
                                label(all, day),
                                all.voices().stream()
                                        .map(heard -> cell(all, heard, day))
                                        .toList()))
                        .toList())
                .orElse(List.of());
    }

    private String cell(ShareOfVoice all, ShareOfVoice.Heard heard, int day) {
        return figures().count(heard.byDay().get(day)) + " · " + VoiceRow.share(all.shareOfDay(heard, day), figures());
    }

    private String label(ShareOfVoice all, int day) {
        return times().bucket(all.days().get(day).atStartOfDay(all.zone()), Step.DAY, period.days());
    }

    public String getChart() {
        return share.map(all -> VoiceChart.json(
                        all,
                        IntStream.range(0, all.days().size())
                                .mapToObj(day -> label(all, day))
                                .toList(),
                        address.shares()))
                .orElse("");
    }

    /// What the chart tells, for those who cannot see it.
    public String getChartSummary() {
        return shell.texts().text(address.shares() ? "voices.chart.share" : "voices.chart", getDaysText());
    }

    public String getDaysText() {
        return times().days(period);
    }

    public String getFrom() {
        return period.firstDay().toString();
    }

    public String getTo() {
        return period.lastDay().toString();
    }

    /// `share` or empty.
    public String getShow() {
        return address.shares() ? "share" : "";
    }

    public List<Choice> getPeriods() {
        return Stream.of("7d", "28d", "90d")
                .map(each -> new Choice(
                        shell.texts().text("analytics.period." + each),
                        address.with("period", each).toString(),
                        "d " + each.charAt(0),
                        each.equals(address.figures().period())))
                .toList();
    }

    public List<Choice> getShows() {
        return Stream.of("posts", "share")
                .map(show -> new Choice(
                        shell.texts().text("voices.show." + show),
                        address.with("show", show).toString(),
                        "",
                        show.equals("share") == address.shares()))
                .toList();
    }

    /// As many as there may be; without any the brand itself is proposed first.
    public List<Field> getFields() {
        List<Voice> shown = kept.isEmpty() ? List.of(proposed()) : kept;
        List<Field> fields = new ArrayList<>();
        for (int place = 0; place < Voices.MOST; place++) {
            boolean there = place < shown.size();
            fields.add(new Field(
                    place + 1,
                    there ? shown.get(place).name() : "",
                    there ? shown.get(place).query() : ""));
        }
        return fields;
    }

    private Voice proposed() {
        return new Voice(brand.handle(), "@" + brand.handle() + " OR from:" + brand.handle());
    }

    private FigureText figures() {
        return new FigureText(shell.getLocale());
    }

    private TimeText times() {
        return new TimeText(shell.getLocale(), brand.zone());
    }
}
