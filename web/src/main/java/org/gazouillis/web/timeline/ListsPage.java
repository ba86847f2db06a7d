package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gazouillis.microblog.Lists;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.web.shell.Shell;

/// `/timeline/lists`: the lists of whom the member acts as.
@Named
@RequestScoped
public class ListsPage {
    @Inject
    private Lists lists;

    @Inject
    private Acting acting;

    @Inject
    private Shell shell;

    private List<Row> rows = List.of();

    /// @param members how many profiles stand on it, in words
    public record Row(String id, String title, String link, String members) {}

    /// Strangers do not come here: the gate leads them to the sign-in.
    public void load() {
        rows = lists.all(acting.viewer()).stream().map(this::row).toList();
    }

    private Row row(ProfileList list) {
        return new Row(
                list.id().toString(),
                list.title(),
                "/timeline/list?id=" + list.id() + acting.addresses().query(),
                shell.texts().text("timeline.lists.members", list.members()));
    }

    public List<Row> getRows() {
        return rows;
    }

    /// Whether there are as many as there can be.
    public boolean isFull() {
        return rows.size() >= Lists.MOST;
    }

    /// Who sees these lists.
    public String getNote() {
        return acting.getAs().isEmpty()
                ? shell.texts().text("timeline.lists.note")
                : shell.texts().text("timeline.lists.note.brand", acting.getName());
    }

    /// What pages keep in every address (`&brand=nord`), or empty.
    public String getQuery() {
        return acting.addresses().query();
    }
}
