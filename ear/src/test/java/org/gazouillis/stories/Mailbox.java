package org.gazouillis.stories;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// The SMTP server that the server under test hands its mails to.
final class Mailbox {
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Mailbox() {}

    /// Starts it; gives its port.
    static int open() {
        MAIL.start();
        return MAIL.getSmtp().getPort();
    }

    /// Subjects and bodies of all mails that came for that address; of one with files, their names behind its text.
    static List<String> of(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> isFor(mail, address))
                .map(Mailbox::told)
                .toList();
    }

    private static boolean isFor(Message mail, String address) {
        try {
            return Arrays.toString(mail.getAllRecipients()).contains(address);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String told(Message mail) {
        try {
            return mail.getSubject() + "\n"
                    + (mail.getContent() instanceof Multipart parts ? parts(parts) : mail.getContent());
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String parts(Multipart parts) throws MessagingException, IOException {
        var told = new StringBuilder().append(parts.getBodyPart(0).getContent());
        for (int i = 1; i < parts.getCount(); i++) {
            told.append('\n').append(parts.getBodyPart(i).getFileName());
        }
        return told.toString();
    }
}
