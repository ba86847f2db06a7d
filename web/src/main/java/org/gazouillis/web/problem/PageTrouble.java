package org.gazouillis.web.problem;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.shell.CurrentAddress;

/// Exceptions on pages. What the table of problems knows becomes a message above the form that was sent, or the
/// status of a page that was asked for; a view that expired is opened anew at the same address. The rest goes on to
/// the error page.
final class PageTrouble extends ExceptionHandlerWrapper {
    PageTrouble(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            if (isHandled(faces, events.next().getContext().getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isHandled(FacesContext faces, Throwable thrown) {
        if (faces.getExternalContext().isResponseCommitted()) {
            return false;
        }
        if (thrown instanceof ViewExpiredException) {
            openAnew(faces);
            return true;
        }
        Optional<Finding> finding =
                Diagnosis.of(thrown).filter(each -> each.type().status() < 500 || each.type() == ProblemType.NOT_READY);
        finding.ifPresent(each -> tell(faces, each));
        return finding.isPresent();
    }

    private static void tell(FacesContext faces, Finding finding) {
        boolean isBeingWritten = PhaseId.RENDER_RESPONSE.equals(faces.getCurrentPhaseId());
        if (faces.isPostback() && faces.getViewRoot() != null && !isBeingWritten) {
            Messages messages = Messages.of(faces.getViewRoot().getLocale());
            faces.addMessage(
                    null,
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            messages.text(finding.type().titleKey()),
                            finding.detail()));
            faces.validationFailed();
            return;
        }
        if (finding.retryAfter().isPositive()) {
            faces.getExternalContext()
                    .setResponseHeader(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(finding.retryAfter().toSeconds()));
        }
        try {
            faces.getExternalContext()
                    .responseSendError(finding.type().status(), finding.type().slug());
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader went away.", gone);
        }
    }

    private static void openAnew(FacesContext faces) {
        ExternalContext outside = faces.getExternalContext();
        try {
            outside.redirect(CurrentAddress.of(faces));
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException("The reader went away.", gone);
        }
    }
}
