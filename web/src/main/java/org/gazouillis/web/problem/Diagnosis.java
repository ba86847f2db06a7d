package org.gazouillis.web.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.dashboard.PivotRefused;
import org.gazouillis.dashboard.SavedViewRefused;
import org.gazouillis.engage.ReportsNotTaken;
import org.gazouillis.engage.ViewerTooFast;
import org.gazouillis.publish.AccountRefused;
import org.gazouillis.report.ReportRefused;
import org.gazouillis.security.SignInRefused;
import org.gazouillis.tenancy.DatabaseAway;
import org.jspecify.annotations.Nullable;

/// Finds out what an exception means, looking through the wrappings that containers put around it.
final class Diagnosis {
    private static final int DEPTH = 12;
    /// After which a database that was away is asked for again.
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Map<Integer, ProblemType> BY_STATUS = Map.of(
            400, ProblemType.MALFORMED_REQUEST,
            401, ProblemType.NOT_SIGNED_IN,
            403, ProblemType.PERMISSION_DENIED,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            409, ProblemType.CONFLICT,
            413, ProblemType.TOO_LARGE,
            415, ProblemType.UNSUPPORTED_MEDIA_TYPE,
            503, ProblemType.NOT_READY);

    private Diagnosis() {}

    /// Whether this kind of exception is understood without a line in the table of [KnownProblems].
    static boolean explains(Class<?> exception) {
        return exception == SignInRefused.class
                || exception == ViewerTooFast.class
                || exception == ReportsNotTaken.class
                || exception == PostRefused.class
                || exception == AccountRefused.class
                || exception == ReportRefused.class
                || exception == PivotRefused.class
                || exception == SavedViewRefused.class
                || exception == CampaignNotPlausible.class;
    }

    /// Empty when nobody foresaw it: then it is a fault of ours.
    static Optional<Finding> of(Throwable thrown) {
        if (DatabaseAway.isBehind(thrown)) {
            return Optional.of(new Finding(
                    ProblemType.NOT_READY,
                    "The database cannot be reached at the moment. Try again in some seconds.",
                    List.of(),
                    AWAY));
        }
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEPTH; depth++, each = each.getCause()) {
            Optional<Finding> finding = ofOne(each);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return thrown instanceof WebApplicationException web ? ofStatus(web) : Optional.empty();
    }

    private static Optional<Finding> ofOne(Throwable thrown) {
        return switch (thrown) {
            case SignInRefused refused ->
                Optional.of(new Finding(
                        ProblemType.TOO_MANY_TRIES,
                        String.valueOf(refused.getMessage()),
                        List.of(),
                        refused.waitFor()));
            case ViewerTooFast tooFast ->
                Optional.of(new Finding(
                        ProblemType.TOO_MANY_TRIES,
                        String.valueOf(tooFast.getMessage()),
                        List.of(),
                        tooFast.retryAfter()));
            case ReportsNotTaken full ->
                Optional.of(new Finding(
                        ProblemType.NOT_READY, String.valueOf(full.getMessage()), List.of(), full.retryAfter()));
            case PostRefused refused -> Optional.of(ofRefusal(refused));
            case AccountRefused refused -> Optional.of(ofField(refused.field(), String.valueOf(refused.getMessage())));
            case CampaignNotPlausible refused -> Optional.of(ofCampaign(refused));
            case ReportRefused refused -> Optional.of(ofField(refused.field(), String.valueOf(refused.getMessage())));
            case PivotRefused refused -> Optional.of(ofField(refused.field(), String.valueOf(refused.getMessage())));
            case SavedViewRefused refused ->
                Optional.of(ofField(refused.field(), String.valueOf(refused.getMessage())));
            case ConstraintViolationException invalid -> Optional.of(ofViolations(invalid));
            case JsonParsingException malformed -> Optional.of(ofSyntax(malformed));
            case JsonException malformed -> Optional.of(malformedJson());
            case JsonbException malformed when !isExplained(malformed.getCause()) -> Optional.of(malformedJson());
            case DateTimeParseException malformed ->
                Optional.of(Finding.of(
                        ProblemType.MALFORMED_REQUEST,
                        "A time is not written as ISO 8601, like 2026-11-23T09:30:00Z."));
            default -> KnownProblems.of(thrown).map(type -> Finding.of(type, String.valueOf(thrown.getMessage())));
        };
    }

    private static boolean isExplained(@Nullable Throwable cause) {
        return cause instanceof JsonException
                || (cause != null && KnownProblems.of(cause).isPresent());
    }

    private static Finding malformedJson() {
        return Finding.of(
                ProblemType.MALFORMED_JSON,
                "The body is not the JSON that is expected here. /api/openapi.json shows it.");
    }

    private static Finding ofSyntax(JsonParsingException malformed) {
        return Finding.of(
                ProblemType.MALFORMED_JSON,
                "The body is not JSON: see line " + malformed.getLocation().getLineNumber() + ", column "
                        + malformed.getLocation().getColumnNumber() + ".");
    }

    private static Finding ofViolations(ConstraintViolationException invalid) {
        List<Problem.Flaw> flaws = invalid.getConstraintViolations().stream()
                .map(each -> new Problem.Flaw(pointer(each), each.getMessage()))
                .sorted(java.util.Comparator.comparing(Problem.Flaw::pointer))
                .toList();
        return new Finding(ProblemType.NOT_VALID, "", flaws, Duration.ZERO);
    }

    private static Finding ofField(String field, String sentence) {
        return new Finding(
                ProblemType.NOT_VALID, sentence, List.of(new Problem.Flaw("/" + field, sentence)), Duration.ZERO);
    }

    /// A post's time is the trouble only when its text is not.
    private static Finding ofRefusal(PostRefused refused) {
        List<Problem.Flaw> flaws = refused.reasons().stream()
                .map(each -> new Problem.Flaw(pointer(each), each.sentence()))
                .toList();
        boolean onlyTime =
                refused.reasons().stream().allMatch(each -> each.code().isAboutTime());
        if (refused.isForConfirmation()) {
            return new Finding(
                    ProblemType.NOT_CONFIRMED,
                    refused.getMessage() + " Mend it, or send its code in \"confirmed\".",
                    flaws,
                    Duration.ZERO);
        }
        ProblemType type = onlyTime ? ProblemType.TIME_NOT_PLANNABLE : ProblemType.TEXT_NOT_POSTABLE;
        return new Finding(type, String.valueOf(refused.getMessage()), flaws, Duration.ZERO);
    }

    private static String pointer(Check check) {
        return switch (check.code().field()) {
            case TIME -> "/dueAt";
            case ACCOUNTS -> "/accounts";
            case MEDIA -> "/media";
            case POLL -> "/poll";
            case TEXT -> "/text";
        };
    }

    private static Finding ofCampaign(CampaignNotPlausible refused) {
        String sentence = String.valueOf(refused.getMessage());
        Problem.Flaw flaw = new Problem.Flaw(refused.part().pointer(), sentence);
        return new Finding(ProblemType.NOT_VALID, sentence, List.of(flaw), Duration.ZERO);
    }

    /// The path without the method and the name of its argument: `create.body.dueAt` is `/dueAt`.
    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        int skipped = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            if (skipped < 2 && violation.getPropertyPath().toString().contains(".")) {
                skipped++;
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            pointer.append('/').append(node.getName());
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static Optional<Finding> ofStatus(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        ProblemType type = BY_STATUS.get(status);
        if (type == null && web instanceof ClientErrorException) {
            type = ProblemType.MALFORMED_REQUEST;
        }
        if (type == null || (web instanceof ServerErrorException && type != ProblemType.NOT_READY)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(type, ""));
    }
}
