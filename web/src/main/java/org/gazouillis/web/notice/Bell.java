package org.gazouillis.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.gazouillis.notice.NoticeBoard;
import org.gazouillis.web.shell.Shell;

/// For the frame of every page: how many notices are unread. Counted once per request.
@Named
@RequestScoped
public class Bell {
    private static final int MOST = 99;

    @Inject
    private NoticeBoard board;

    @Inject
    private Shell shell;

    private int unread;

    @PostConstruct
    void count() {
        unread = board.unread();
    }

    public int getUnread() {
        return unread;
    }

    /// As it stands on the bell.
    public String getCount() {
        return unread > MOST ? MOST + "+" : String.valueOf(unread);
    }

    public String getLabel() {
        return shell.texts().text(unread == 0 ? "notice.bell.none" : "notice.bell", getCount());
    }
}
