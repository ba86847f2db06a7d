package org.gazouillis.web.timeline;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/// Ends the open streams first when the application stops, while everything they use is still there.
@WebListener
public class EndOfStreams implements ServletContextListener {
    @Inject
    private EventPump pump;

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        pump.stop();
    }
}
