package org.gazouillis.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.security.FirstOwner;
import org.gazouillis.security.FirstRun;
import org.gazouillis.web.access.SignedIn;
import org.gazouillis.web.shell.Shell;

/// `/first-run`: the first owner, their workspace and their first brand. It is there only while nobody is a member.
@Named
@RequestScoped
public class FirstRunPage {
    @Inject
    private FirstRun firstRun;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private final Credentials credentials = new Credentials();
    private String name = "";
    private String workspace = "";
    private String brandName = "";
    private String handle = "";
    private String zone = "Europe/Paris";

    public void begin() throws IOException {
        String plainHandle = handle.startsWith("@") ? handle.substring(1) : handle;
        MemberId member = firstRun.begin(new FirstOwner(
                workspace,
                name,
                credentials.getEmail().strip(),
                credentials.getPassword(),
                plainHandle,
                brandName,
                zone,
                shell.getLanguage()));
        SignedIn.begin(request, member);
        FacesContext.getCurrentInstance().getExternalContext().redirect("/dashboard/home");
    }

    public List<String> getZones() {
        return PublishTime.regions();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Credentials getCredentials() {
        return credentials;
    }

    public String getWorkspace() {
        return workspace;
    }

    public void setWorkspace(String workspace) {
        this.workspace = workspace;
    }

    public String getBrandName() {
        return brandName;
    }

    public void setBrandName(String brandName) {
        this.brandName = brandName;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
