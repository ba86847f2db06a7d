package org.gazouillis.web.campaign;

import java.util.Locale;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.rollup.Measure;
import org.gazouillis.rollup.MeasureDefinition;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.MeasureTile;

/// One measure of a campaign, with its definition on demand.
public record CampaignTile(String key, String name, String value, String definition, String made) {
    static CampaignTile of(Measure measure, CampaignReport report, Locale language) {
        FigureText figures = new FigureText(language);
        MeasureDefinition definition = measure.definition(language);
        return new CampaignTile(
                measure.key(),
                definition.name(),
                figures.of(measure.unit(), report.of(measure).value()),
                definition.text(),
                MeasureTile.made(definition, report.of(measure), figures));
    }
}
