package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.VisibleBrand;

/// One post of a brand with its figures.
///
/// @param life  its first [PostReports#LIFE] by the hour
/// @param whole all that it gathered until now, by the day, two years at most
public record PostReport(
        StatusId status,
        VisibleBrand brand,
        String text,
        String lang,
        Instant createdAt,
        BrandPerformance life,
        BrandPerformance whole) {}
