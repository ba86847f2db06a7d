package org.gazouillis.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Hands letters to the SMTP server that the operator named (`GAZOUILLIS_SMTP_HOST`); without one there is no mail.
@ApplicationScoped
public class MailRoom {
    @Resource(lookup = "java:jboss/mail/Gazouillis")
    private @Nullable Session session;

    private String host = System.getProperty("gazouillis.smtp.host", "");
    private String user = System.getProperty("gazouillis.smtp.user", "");

    @SuppressWarnings("NullAway.Init")
    MailRoom() {}

    public MailRoom(Session session, String host) {
        this.session = session;
        this.host = host;
    }

    /// Whether letters can be sent at all.
    public boolean isOpen() {
        return session != null && !host.isBlank();
    }

    /// @throws MessagingException when the SMTP server does not take it
    void send(Letter letter) throws MessagingException {
        Session open = Objects.requireNonNull(session, "no mail session");
        MimeMessage message = new MimeMessage(open);
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        try (Transport transport = open.getTransport("smtp")) {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (user.isBlank()) {
            transport.connect();
        } else {
            transport.connect(null, user, System.getProperty("gazouillis.smtp.password", ""));
        }
    }
}
