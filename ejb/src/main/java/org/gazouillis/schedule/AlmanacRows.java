package org.gazouillis.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gazouillis.kernel.AlmanacId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.schedule.ical.EventFile;
import org.gazouillis.schedule.ical.Layout;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Writes a file of events and its occasions, from a year back to [#AHEAD] years ahead.
record AlmanacRows(
        Handle handle,
        WorkspaceId workspace,
        AlmanacId id,
        @Nullable BrandId brand) {
    /// Posts are planned two years ahead at most.
    static final int AHEAD = 4;

    private static final int LONGEST_NAME = 120;

    void insert(MemberId member, String fileName, EventFile file, LocalDate today, Instant now) {
        List<Occasion> occasions = layout(file, today);
        handle.createUpdate("""
            insert into almanac (workspace_id, id, brand_id, name, file_name, content, events, laid_out_to,
              member_id, created_at)
            values (:workspace, :id, :brand, :name, :file, :content, :events, :to, :member, :now)
            """)
                .bind("workspace", workspace)
                .bind("id", id)
                .bind("brand", brand)
                .bind("name", name(fileName, file))
                .bind("file", fileName)
                .bind("content", file.text())
                .bind("events", occasions.size())
                .bind("to", today.plusYears(AHEAD))
                .bind("member", member)
                .bind("now", now)
                .execute();
        insert(occasions);
    }

    /// Lays the file out anew from the day on.
    void layOutAgain(EventFile file, LocalDate today) {
        List<Occasion> occasions = layout(file, today);
        handle.createUpdate("delete from occasion where workspace_id = :workspace and almanac_id = :id")
                .bind("workspace", workspace)
                .bind("id", id)
                .execute();
        insert(occasions);
        handle.createUpdate("""
            update almanac set laid_out_to = :to, events = :events
            where workspace_id = :workspace and id = :id
            """)
                .bind("to", today.plusYears(AHEAD))
                .bind("events", occasions.size())
                .bind("workspace", workspace)
                .bind("id", id)
                .execute();
    }

    private static List<Occasion> layout(EventFile file, LocalDate today) {
        return Layout.of(file, today.minusYears(1), today.plusYears(AHEAD));
    }

    private static String name(String fileName, EventFile file) {
        String name = Layout.name(file).isEmpty() ? fileName.replaceFirst("(?i)\\.ics$", "") : Layout.name(file);
        String short120 = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return short120.isBlank() ? "ics" : short120;
    }

    private void insert(List<Occasion> occasions) {
        if (occasions.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
            insert into occasion (workspace_id, almanac_id, no, brand_id, summary, all_day, local_start, local_end,
              starts_at, ends_at)
            values (:workspace, :id, :no, :brand, :summary, :allDay, :localStart, :localEnd, :startsAt, :endsAt)
            """);
        for (int no = 0; no < occasions.size(); no++) {
            Occasion each = occasions.get(no);
            batch.bind("workspace", workspace)
                    .bind("id", id)
                    .bind("no", no)
                    .bind("brand", brand)
                    .bind("summary", each.summary())
                    .bind("allDay", each.allDay())
                    .bind("localStart", each.localStart())
                    .bind("localEnd", each.localEnd())
                    .bind("startsAt", each.startsAt())
                    .bind("endsAt", each.endsAt())
                    .add();
        }
        batch.execute();
    }
}
