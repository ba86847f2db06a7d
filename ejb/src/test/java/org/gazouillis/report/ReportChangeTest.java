package org.gazouillis.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What two runs of a report differ in.
class ReportChangeTest {
    @Test
    void whatANewVersionOfTheDefinitionsAddsIsNoChangeOfAPost() throws IOException {
        FrozenRows earlier = post("2", 5L, null);
        FrozenRows later = post("3", 7L, 0L);
        assertThat(ReportChange.between(earlier, later))
                .extracting(change -> change.column() + " " + change.before() + ">" + change.now())
                .containsExactly("likes 5>7");
    }

    @Test
    void withinOneVersionAFigureThatIsKnownAtLastIsAChange() throws IOException {
        assertThat(ReportChange.between(post("3", 5L, null), post("3", 5L, 2L)))
                .extracting(ReportChange::column)
                .containsExactly("quotes");
    }

    private static FrozenRows post(String version, Long likes, @Nullable Long quotes) throws IOException {
        @Nullable Object[] cells = new Object[EngagementColumn.all().size()];
        cells[EngagementColumn.STATUS_ID.ordinal()] = "1";
        cells[EngagementColumn.DEFINITION_VERSION.ordinal()] = version;
        cells[EngagementColumn.LIKES.ordinal()] = likes;
        cells[EngagementColumn.QUOTES.ordinal()] = quotes;
        return FrozenRows.read(FrozenRows.freeze(sink -> sink.row(cells)));
    }
}
