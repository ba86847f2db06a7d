package org.gazouillis.notice;

import jakarta.activation.DataHandler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hands letters and mails to the SMTP server that the operator named (`GAZOUILLIS_SMTP_HOST`); without one there is no
/// mail. A server that does not answer is waited for half a minute.
@ApplicationScoped
public class MailRoom {
    private static final Logger LOG = Logger.getLogger(MailRoom.class);
    /// How an answer of an SMTP server begins that refuses (RFC 5321, section 4.2).
    private static final Pattern REFUSAL = Pattern.compile("^([45])\\d\\d[ -]");

    @Resource(lookup = "java:jboss/mail/Gazouillis")
    private @Nullable Session session;

    private String host = System.getProperty("gazouillis.smtp.host", "");
    private String user = System.getProperty("gazouillis.smtp.user", "");

    @SuppressWarnings("NullAway.Init")
    MailRoom() {}

    public MailRoom(Session session, String host) {
        this.session = session;
        this.host = host;
        waitNotForEver();
    }

    /// Else whoever sends would stand still for as long as a silent server likes.
    @PostConstruct
    private void waitNotForEver() {
        if (session != null) {
            session.getProperties().putIfAbsent("mail.smtp.connectiontimeout", "10000");
            session.getProperties().putIfAbsent("mail.smtp.timeout", "30000");
            session.getProperties().putIfAbsent("mail.smtp.writetimeout", "60000");
        }
    }

    /// Whether letters can be sent at all.
    public boolean isOpen() {
        return session != null && !host.isBlank();
    }

    /// @throws MessagingException when the SMTP server does not take it
    void send(Letter letter) throws MessagingException {
        Session open = Objects.requireNonNull(session, "no mail session");
        MimeMessage message = new MimeMessage(open);
        address(message, letter.to(), letter.subject());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.saveChanges();
        try (Transport transport = open.getTransport("smtp")) {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    /// Hands over one mail and tells what is known of it then. Whatever is not said by the server counts as unknown.
    public Handover hand(Mail mail) {
        Session open = Objects.requireNonNull(session, "no mail session");
        try {
            Message message = message(open, mail);
            Transport transport = open.getTransport("smtp");
            try {
                return hand(transport, message);
            } finally {
                close(transport);
            }
        } catch (MessagingException notWritten) {
            return new Handover(Handover.End.REFUSED, String.valueOf(notWritten.getMessage()));
        }
    }

    private Handover hand(Transport transport, Message message) {
        try {
            connect(transport);
        } catch (MessagingException noConnection) {
            return new Handover(Handover.End.NO_SERVER, String.valueOf(noConnection.getMessage()));
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Handover.taken();
        } catch (MessagingException broken) {
            return refusal(broken)
                    .orElseGet(() -> new Handover(Handover.End.UNKNOWN, String.valueOf(broken.getMessage())));
        }
    }

    /// What the server said, wherever in the chain that stands. A time-out or a broken connection says nothing.
    private static Optional<Handover> refusal(MessagingException broken) {
        for (Exception each = broken; each != null; each = next(each)) {
            Matcher answer = REFUSAL.matcher(String.valueOf(each.getMessage()));
            if (answer.find()) {
                boolean later = answer.group(1).equals("4");
                return Optional.of(new Handover(
                        later ? Handover.End.LATER : Handover.End.REFUSED,
                        String.valueOf(each.getMessage()).strip()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(Exception each) {
        return each instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static void address(MimeMessage message, String to, String subject) throws MessagingException {
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private static Message message(Session open, Mail mail) throws MessagingException {
        MimeMessage message = new Named(open, mail.messageId());
        address(message, mail.to(), mail.subject());
        message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), true)});
        var text = new MimeBodyPart();
        text.setText(mail.body(), StandardCharsets.UTF_8.name());
        var parts = new MimeMultipart(text);
        for (Mail.Enclosure each : mail.enclosed()) {
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(each.content(), each.mediaType())));
            file.setFileName(each.name());
            file.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(file);
        }
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // The mail's own answer is known by now; how the server takes its leave changes nothing.
            LOG.debugf("The SMTP server did not take its leave: %s", alreadyGone.getMessage());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (user.isBlank()) {
            transport.connect();
        } else {
            transport.connect(null, user, System.getProperty("gazouillis.smtp.password", ""));
        }
    }

    /// Keeps its own Message-ID, which the library would make anew at each try.
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
