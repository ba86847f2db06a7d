package org.gazouillis.web.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gazouillis.dashboard.Period;
import org.gazouillis.listen.ShareOfVoice;
import org.gazouillis.rollup.Measure;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One voice in the table: how often it was heard, and its share.
///
/// @param link searches for its posts of the period
/// @param firsts without repetitions; a dash when that is not known
/// @param made what the share is made of, `12 ÷ 48`
/// @param chance its interval in words; empty without one
public record VoiceRow(
        String name, String query, String link, String posts, String firsts, String share, String made, String chance) {
    static VoiceRow of(ShareOfVoice.Heard heard, ShareOfVoice all, Period period, FigureText figures, Messages texts) {
        ShareOfVoice.Share share = all.share(heard);
        Long firsts = heard.firsts();
        return new VoiceRow(
                heard.voice().name(),
                heard.voice().query(),
                link(heard.voice().query(), period),
                figures.count(heard.posts()),
                firsts == null ? FigureText.MISSING : figures.count(firsts),
                share(share == null ? null : share.value(), figures),
                figures.count(heard.counted()) + " ÷ " + figures.count(all.counted()),
                share == null
                        ? ""
                        : texts.text("voices.chance", share(share.low(), figures), share(share.high(), figures)));
    }

    static String share(@Nullable Double value, FigureText figures) {
        return figures.of(Measure.Unit.SHARE, value);
    }

    private static String link(String query, Period period) {
        String within = "(" + query + ") since:" + period.firstDay() + " until:" + period.lastDay();
        return "/listen/search?q=" + URLEncoder.encode(within, StandardCharsets.UTF_8);
    }
}
