package org.gazouillis.web.dashboard;

import org.gazouillis.rollup.Figure;
import org.gazouillis.rollup.MeasureDefinition;

/// One measure of one post, with its definition on demand.
///
/// @param error `±1.3 %` where people were counted by a sketch, else empty
public record PostTile(
        String key, String name, String value, String error, String definition, String made, int version) {
    static PostTile of(MeasureDefinition definition, Figure figure, FigureText text) {
        return new PostTile(
                definition.measure().key(),
                definition.name(),
                text.of(definition.measure().unit(), figure.value()),
                figure.standardError() > 0 ? text.error(figure.standardError()) : "",
                definition.text(),
                MeasureTile.made(definition, figure, text),
                definition.measure().version());
    }
}
