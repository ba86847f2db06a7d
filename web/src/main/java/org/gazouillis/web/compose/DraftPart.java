package org.gazouillis.web.compose;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.gazouillis.compose.Draft;
import org.gazouillis.compose.DraftNotFound;
import org.gazouillis.compose.Drafts;
import org.gazouillis.compose.Revisions;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// The composer's memory: the draft in the address (`?draft=`), the member's other drafts, and what the post said
/// before. A draft of another brand stays where it is: its words do not enter this brand's form. The fields of a
/// draft
/// are put back by the page's script, which also saved them.
@Named
@RequestScoped
public class DraftPart {
    private static final int SHOWN = 20;

    @Inject
    private Shell shell;

    @Inject
    private Drafts drafts;

    @Inject
    private Revisions revisions;

    @Inject
    private CurrentMember member;

    @Inject
    private HttpServletRequest request;

    private @Nullable Draft draft;
    private boolean gone;
    private List<DraftRow> others = List.of();
    private List<RevisionRow> history = List.of();

    @PostConstruct
    void read() {
        VisibleBrand brand = shell.brandOrFirst();
        String wanted = parameter("draft");
        try {
            Draft named = wanted.isEmpty() ? null : drafts.one(DraftId.parse(wanted));
            draft = named != null && named.brandId().equals(brand.id()) ? named : null;
        } catch (DraftNotFound sent) {
            gone = true;
        }
        String own = getId();
        others = drafts.of(brand.id()).stream()
                .filter(each -> !each.id().toString().equals(own))
                .limit(SHOWN)
                .map(each -> DraftRow.of(each, brand.zone(), shell.getLocale()))
                .toList();
        if (!parameter("post").isEmpty()) {
            history = revisions.of(PostId.parse(parameter("post"))).stream()
                    .map(each -> RevisionRow.of(each, brand.zone(), shell.getLocale()))
                    .toList();
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    /// Null when nothing was saved yet.
    public @Nullable DraftId id() {
        return draft == null ? null : draft.id();
    }

    public String getId() {
        return draft == null ? "" : draft.id().toString();
    }

    /// The edition that the page knows: on the way back that of the page that was sent.
    public String getEdition() {
        String sent = parameter("edition");
        boolean back = FacesContext.getCurrentInstance().isPostback();
        return back ? sent : draft == null ? "" : String.valueOf(draft.edition());
    }

    /// The saved fields as JSON, to be put back; empty on the way back of a form, which brings its own.
    public String getFields() {
        return draft == null || FacesContext.getCurrentInstance().isPostback() ? "" : draft.fields();
    }

    /// Who may see what this browser keeps.
    public String getMember() {
        return member.require().member().toString();
    }

    /// Whether the address names a draft that was sent or thrown away.
    public boolean isGone() {
        return gone;
    }

    public List<DraftRow> getOthers() {
        return others;
    }

    /// The newest first; empty for a new post.
    public List<RevisionRow> getHistory() {
        return history;
    }
}
