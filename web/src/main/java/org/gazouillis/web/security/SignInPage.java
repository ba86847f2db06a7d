package org.gazouillis.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.security.SignIn;
import org.gazouillis.security.SignInRefused;
import org.gazouillis.web.access.SignedIn;
import org.gazouillis.web.shell.Shell;
import org.gazouillis.web.shell.WayBack;

/// `/sign-in`: e-mail address and password, and back to where the reader wanted to go (`?to=`).
@Named
@RequestScoped
public class SignInPage {
    @Inject
    private SignIn signIn;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private final Credentials credentials = new Credentials();
    private String to = "";

    public void enter() throws IOException {
        try {
            MemberId member = signIn.check(credentials.getEmail(), credentials.getPassword(), request.getRemoteAddr());
            SignedIn.begin(request, member);
            ExternalContext outside = FacesContext.getCurrentInstance().getExternalContext();
            outside.redirect(WayBack.orHome(to));
        } catch (SignInRefused refused) {
            tell(refused);
        }
    }

    private void tell(SignInRefused refused) {
        String text = refused.waitFor().isZero()
                ? shell.texts().text("sign-in.refused")
                : shell.texts().text("sign-in.wait", refused.waitFor().toMinutes());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, ""));
    }

    public Credentials getCredentials() {
        return credentials;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
