package org.gazouillis.web.problem;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.jboss.logging.Logger;

/// Answers that fail after their first byte has left. No problem can be told any more, and the server would end the
/// answer as if it were complete; so the connection is broken, which every client notices: the end of the last chunk
/// is missing. Only the server's own interface can do that.
@Provider
@ApplicationScoped
public class BrokenAnswers implements WriterInterceptor {
    private static final Logger LOG = Logger.getLogger(BrokenAnswers.class);

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletResponse response;

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        try {
            answer.proceed();
        } catch (IOException | RuntimeException broken) {
            if (!MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(answer.getMediaType()) && response.isCommitted()) {
                tell(broken);
                breakOff();
            }
            throw broken;
        }
    }

    /// A reader who goes away is no fault of ours.
    private static void tell(Exception broken) {
        if (broken instanceof IOException) {
            LOG.infof("An answer broke off: %s", broken);
        } else {
            Faults.log(broken);
        }
    }

    private static void breakOff() throws IOException {
        ServletRequestContext current = ServletRequestContext.current();
        if (current != null) {
            current.getExchange().getConnection().close();
        }
    }
}
