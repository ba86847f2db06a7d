package org.gazouillis.web.schedule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.dashboard.Finding;
import org.gazouillis.dashboard.SimulatedPlan;
import org.gazouillis.dashboard.Simulator;
import org.jspecify.annotations.Nullable;

/// What would go wrong if a brand's plan ran as it stands.
///
/// @param posts    how many posts were looked at
/// @param complete whether that is all of them
/// @param counts   findings of each kind
/// @param findings the gravest kind first; at most 2,000, `counts` counts all
public record SimulationJson(int posts, boolean complete, Map<String, Long> counts, List<FindingJson> findings) {
    private static final int MOST = 2_000;

    static SimulationJson of(SimulatedPlan plan, List<Finding> findings) {
        Map<String, Long> counts = new TreeMap<>();
        Simulator.tally(findings).forEach((kind, count) -> counts.put(kind.name(), count));
        return new SimulationJson(
                plan.posts().size(),
                plan.complete(),
                counts,
                findings.stream().limit(MOST).map(FindingJson::of).toList());
    }

    /// One of them.
    ///
    /// @param subject account, campaign, quiet time or zone that it is about
    /// @param detail  minutes, a number, a date or a local time, as the kind needs it
    public record FindingJson(
            String kind,
            String post,
            @Nullable String other,
            String dueAt,
            String subject,
            String detail,
            String text) {
        static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.kind().name(),
                    finding.post().toString(),
                    finding.other() == null ? null : finding.other().toString(),
                    finding.at().toString(),
                    finding.subject(),
                    finding.detail(),
                    finding.text());
        }
    }
}
