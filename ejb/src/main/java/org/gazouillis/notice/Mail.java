package org.gazouillis.notice;

import java.util.List;

/// A mail to one address.
///
/// @param messageId without brackets; the same at each try, so that mailboxes that look at it show one mail
/// @param replyTo   who answers; may be a plain address only
/// @param enclosed  files, in their order
public record Mail(String messageId, String to, String replyTo, String subject, String body, List<Enclosure> enclosed) {
    public Mail {
        enclosed = List.copyOf(enclosed);
    }

    /// A file within a mail.
    public record Enclosure(String name, String mediaType, byte[] content) {
        /// How long it is within a mail: four characters for three bytes, 76 in a line.
        public long mailedLength() {
            long characters = (content.length + 2L) / 3 * 4;
            return characters + (characters + 75) / 76 * 2;
        }
    }
}
