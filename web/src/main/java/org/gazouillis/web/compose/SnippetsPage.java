package org.gazouillis.web.compose;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.gazouillis.compose.Snippet;
import org.gazouillis.compose.SnippetRefused;
import org.gazouillis.compose.Snippets;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/compose/snippets?brand=`: templates, snippets and variables of a brand.
@Named
@RequestScoped
public class SnippetsPage {
    @Inject
    private Shell shell;

    @Inject
    private Snippets snippets;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<Snippet> all = List.of();
    private String kind = "TEMPLATE";
    private String name = "";
    private String text = "";

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        all = snippets.of(brand.id());
    }

    public void keep() throws IOException {
        try {
            snippets.keep(brand.id(), SnippetJson.idea(kind, name, text));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect("/compose/snippets?brand=" + brand.handle());
        } catch (SnippetRefused refused) {
            String words = shell.texts().text("snippets.refused." + refused.field());
            FacesContext.getCurrentInstance()
                    .addMessage(
                            "snippet:" + refused.field(), new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
        }
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public boolean isAllowed() {
        return shell.may(brand.id(), "WRITE");
    }

    public List<Snippet> getAll() {
        return all;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
