package org.gazouillis.report;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// When a report goes out by mail, what of it, and to whom.
///
/// @param formats    at least one; each once, in the order PDF, XLSX, CSV
/// @param recipients 1 to 20 e-mail addresses, each once however its letters are written
/// @param active     whether it goes out at all
public record MailingPlan(
        MailRhythm rhythm,
        ZoneId zone,
        MailPeriod period,
        List<ReportFile> formats,
        List<String> recipients,
        boolean active) {
    private static final int MOST_RECIPIENTS = 20;
    private static final int LONGEST = 254;
    /// What every mail server takes: ASCII, and a domain with a dot.
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /// @throws ReportRefused when it makes no sense
    public MailingPlan {
        if (formats.isEmpty()) {
            throw new ReportRefused("formats", "A mail brings at least one file. Choose pdf, xlsx or csv.");
        }
        formats = List.copyOf(EnumSet.copyOf(formats));
        recipients = eachOnce(recipients);
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw new ReportRefused(
                    "recipients",
                    "A report is mailed to 1 to " + MOST_RECIPIENTS + " addresses, not " + recipients.size() + ".");
        }
    }

    private static List<String> eachOnce(List<String> addresses) {
        Map<String, String> once = new LinkedHashMap<>();
        for (String address : addresses) {
            String bare = address.strip();
            if (!bare.isEmpty()) {
                once.putIfAbsent(checked(bare).toLowerCase(Locale.ROOT), bare);
            }
        }
        return List.copyOf(once.values());
    }

    private static String checked(String address) {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches() || !isWellFormed(address)) {
            throw new ReportRefused(
                    "recipients",
                    "\"" + address + "\" is no e-mail address. Write each like name@example.com, one on a line.");
        }
        return address;
    }

    private static boolean isWellFormed(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException malformed) {
            return false;
        }
    }
}
