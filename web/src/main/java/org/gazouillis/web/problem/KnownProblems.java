package org.gazouillis.web.problem;

import jakarta.persistence.OptimisticLockException;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.campaign.CampaignNameTaken;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.compose.DraftChangedMeanwhile;
import org.gazouillis.compose.DraftNotFound;
import org.gazouillis.compose.DraftNotKept;
import org.gazouillis.compose.IdempotencyKeyNotUsable;
import org.gazouillis.compose.IdempotencyKeyReused;
import org.gazouillis.compose.MediaNotFound;
import org.gazouillis.compose.MediaRefused;
import org.gazouillis.compose.NetworkNotServed;
import org.gazouillis.compose.PolicyChangedMeanwhile;
import org.gazouillis.compose.PolicyNotPlausible;
import org.gazouillis.compose.PostNotEditable;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.compose.QuietNotFound;
import org.gazouillis.compose.QuietNotPlausible;
import org.gazouillis.compose.RevisionNotFound;
import org.gazouillis.compose.SnippetNotFound;
import org.gazouillis.compose.SnippetRefused;
import org.gazouillis.dashboard.PeriodNotReadable;
import org.gazouillis.dashboard.PostNotMeasured;
import org.gazouillis.engage.TooManyReports;
import org.gazouillis.intake.BulkNotFound;
import org.gazouillis.intake.BulkNotOpen;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.ImportNotFound;
import org.gazouillis.intake.ImportWishRefused;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.link.CodeRefused;
import org.gazouillis.link.LinkNotFound;
import org.gazouillis.link.TargetRefused;
import org.gazouillis.listen.AlertNotFound;
import org.gazouillis.listen.AlertRefused;
import org.gazouillis.listen.IndexCheckRunning;
import org.gazouillis.listen.NotFoundBySearch;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SavedSearchNotFound;
import org.gazouillis.listen.SavedSearchRefused;
import org.gazouillis.listen.SearchCursorForeign;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.microblog.HandleRefused;
import org.gazouillis.microblog.OwnProfileFollowed;
import org.gazouillis.microblog.ProfileNotFound;
import org.gazouillis.microblog.ProfileNotYours;
import org.gazouillis.microblog.RequestKeyReused;
import org.gazouillis.microblog.StatusNotFound;
import org.gazouillis.microblog.StatusTextRefused;
import org.gazouillis.network.NetworkRejected;
import org.gazouillis.network.OutcomeUnknown;
import org.gazouillis.network.RetryableNetworkException;
import org.gazouillis.notice.HookRefused;
import org.gazouillis.publish.FeedNotFound;
import org.gazouillis.publish.PublicationNotFound;
import org.gazouillis.publish.PublicationSettled;
import org.gazouillis.publish.RuleNotPlausible;
import org.gazouillis.publish.StopNotFound;
import org.gazouillis.publish.StopNotPlausible;
import org.gazouillis.report.ColumnUnknown;
import org.gazouillis.report.ReportNotFound;
import org.gazouillis.rollup.DimensionUnknown;
import org.gazouillis.rollup.MeasureUnknown;
import org.gazouillis.rollup.WindowUnknown;
import org.gazouillis.schedule.AlmanacNotFound;
import org.gazouillis.schedule.AlmanacRefused;
import org.gazouillis.schedule.BatchNotFound;
import org.gazouillis.schedule.NoPostFits;
import org.gazouillis.schedule.QueueRefused;
import org.gazouillis.schedule.RuleNotUsable;
import org.gazouillis.schedule.SeriesNotFound;
import org.gazouillis.schedule.ShiftIntoThePast;
import org.gazouillis.schedule.ShiftNotPlausible;
import org.gazouillis.schedule.SlotNotFound;
import org.gazouillis.schedule.WishNotPlausible;
import org.gazouillis.schedule.ZoneNotKnown;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.FirstRunOver;
import org.gazouillis.security.MemberNotFound;
import org.gazouillis.security.PasswordTooWeak;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.ScopeUnknown;
import org.gazouillis.security.SecretNotReadable;
import org.gazouillis.tenancy.HandleTaken;
import org.gazouillis.tenancy.NotSignedIn;
import org.gazouillis.timeline.TooManyReaders;
import org.gazouillis.web.access.BodyTooLarge;
import org.gazouillis.web.access.BodyWithoutLength;
import org.gazouillis.web.access.ForeignPage;
import org.gazouillis.web.access.OperatorUnknown;
import org.gazouillis.web.access.TokenNotAccepted;
import org.gazouillis.web.compose.PlanNotClear;
import org.gazouillis.web.compose.StateNotKnown;
import org.gazouillis.web.intake.FileMissing;
import org.gazouillis.web.listen.ExportWishRefused;
import org.gazouillis.web.notice.KindNotKnown;
import org.gazouillis.web.operator.IndexNotOpen;
import org.gazouillis.web.report.FormatUnknown;
import org.gazouillis.web.report.SeparatorUnknown;
import org.gazouillis.web.schedule.PreferenceNotKnown;
import org.gazouillis.web.schedule.TimeNotReadable;

import static java.util.Map.entry;

/// The table of facts: which exception is which problem. A capability adds a line for each of its own; the
/// exception's message becomes the answer's `detail`, so it must be one safe sentence that says how to mend it.
/// exception's
/// message becomes the answer's `detail`, so it must be one safe sentence that says how to mend it.
final class KnownProblems {
    private static final Map<Class<? extends Throwable>, ProblemType> TABLE = Map.ofEntries(
            entry(MalformedId.class, ProblemType.NOT_FOUND),
            entry(NotSignedIn.class, ProblemType.NOT_SIGNED_IN),
            entry(TokenNotAccepted.class, ProblemType.TOKEN_NOT_ACCEPTED),
            entry(OperatorUnknown.class, ProblemType.OPERATOR_UNKNOWN),
            entry(PermissionDenied.class, ProblemType.PERMISSION_DENIED),
            entry(ForeignPage.class, ProblemType.FOREIGN_PAGE),
            entry(MemberNotFound.class, ProblemType.MEMBER_NOT_FOUND),
            entry(FirstRunOver.class, ProblemType.FIRST_RUN_OVER),
            entry(PasswordTooWeak.class, ProblemType.PASSWORD_TOO_WEAK),
            entry(HandleTaken.class, ProblemType.HANDLE_TAKEN),
            entry(ScopeUnknown.class, ProblemType.NOT_VALID),
            entry(MeasureUnknown.class, ProblemType.MEASURE_UNKNOWN),
            entry(WindowUnknown.class, ProblemType.WINDOW_UNKNOWN),
            entry(DimensionUnknown.class, ProblemType.DIMENSION_UNKNOWN),
            entry(PostNotMeasured.class, ProblemType.STATUS_NOT_FOUND),
            entry(PeriodNotReadable.class, ProblemType.PERIOD_NOT_READABLE),
            entry(TooManyReports.class, ProblemType.TOO_LARGE),
            entry(BrandNotFound.class, ProblemType.BRAND_NOT_FOUND),
            entry(QueryNotUnderstood.class, ProblemType.QUERY_NOT_UNDERSTOOD),
            entry(SearchCursorForeign.class, ProblemType.CURSOR_NOT_UNDERSTOOD),
            entry(SearchTooBroad.class, ProblemType.SEARCH_TOO_BROAD),
            entry(IndexCheckRunning.class, ProblemType.CONFLICT),
            entry(IndexNotOpen.class, ProblemType.NOT_READY),
            entry(ExportWishRefused.class, ProblemType.NOT_VALID),
            entry(SavedSearchNotFound.class, ProblemType.SAVED_SEARCH_NOT_FOUND),
            entry(SavedSearchRefused.class, ProblemType.NOT_VALID),
            entry(AlertNotFound.class, ProblemType.ALERT_NOT_FOUND),
            entry(AlertRefused.class, ProblemType.NOT_VALID),
            entry(NotFoundBySearch.class, ProblemType.STATUS_NOT_FOUND),
            entry(StatusNotFound.class, ProblemType.STATUS_NOT_FOUND),
            entry(ProfileNotFound.class, ProblemType.PROFILE_NOT_FOUND),
            entry(ProfileNotYours.class, ProblemType.PERMISSION_DENIED),
            entry(StatusTextRefused.class, ProblemType.TEXT_NOT_POSTABLE),
            entry(HandleRefused.class, ProblemType.HANDLE_TAKEN),
            entry(OwnProfileFollowed.class, ProblemType.NOT_VALID),
            entry(RequestKeyReused.class, ProblemType.IDEMPOTENCY_KEY_REUSED),
            entry(ImportNotFound.class, ProblemType.IMPORT_NOT_FOUND),
            entry(BulkNotFound.class, ProblemType.IMPORT_NOT_FOUND),
            entry(BulkNotOpen.class, ProblemType.CONFLICT),
            entry(ImportWishRefused.class, ProblemType.NOT_VALID),
            entry(FileMissing.class, ProblemType.NOT_VALID),
            entry(FileNotReadable.class, ProblemType.TOO_LARGE),
            entry(BodyTooLarge.class, ProblemType.TOO_LARGE),
            entry(BodyWithoutLength.class, ProblemType.MALFORMED_REQUEST),
            entry(SeparatorUnknown.class, ProblemType.MALFORMED_REQUEST),
            entry(ReportNotFound.class, ProblemType.REPORT_NOT_FOUND),
            entry(FormatUnknown.class, ProblemType.NOT_VALID),
            entry(ColumnUnknown.class, ProblemType.NOT_VALID),
            entry(TooManyReaders.class, ProblemType.NOT_READY),
            entry(CampaignNotFound.class, ProblemType.CAMPAIGN_NOT_FOUND),
            entry(CampaignNameTaken.class, ProblemType.CONFLICT),
            entry(LinkNotFound.class, ProblemType.LINK_NOT_FOUND),
            entry(TargetRefused.class, ProblemType.NOT_VALID),
            entry(CodeRefused.class, ProblemType.NOT_VALID),
            entry(ShiftNotPlausible.class, ProblemType.NOT_VALID),
            entry(ShiftIntoThePast.class, ProblemType.TIME_NOT_PLANNABLE),
            entry(NoPostFits.class, ProblemType.CONFLICT),
            entry(BatchNotFound.class, ProblemType.NOT_FOUND),
            entry(PostNotFound.class, ProblemType.POST_NOT_FOUND),
            entry(StopNotFound.class, ProblemType.STOP_NOT_FOUND),
            entry(StopNotPlausible.class, ProblemType.NOT_VALID),
            entry(KindNotKnown.class, ProblemType.NOT_VALID),
            entry(HookRefused.class, ProblemType.NOT_VALID),
            entry(RuleNotPlausible.class, ProblemType.NOT_VALID),
            entry(QuietNotPlausible.class, ProblemType.NOT_VALID),
            entry(QuietNotFound.class, ProblemType.QUIET_PERIOD_NOT_FOUND),
            entry(PostNotEditable.class, ProblemType.POST_NOT_EDITABLE),
            entry(AccountNotFound.class, ProblemType.ACCOUNT_NOT_FOUND),
            entry(PublicationNotFound.class, ProblemType.PUBLICATION_NOT_FOUND),
            entry(PublicationSettled.class, ProblemType.PUBLICATION_SETTLED),
            entry(NetworkRejected.class, ProblemType.NOT_VALID),
            entry(RetryableNetworkException.class, ProblemType.NOT_READY),
            entry(OutcomeUnknown.class, ProblemType.NOT_READY),
            entry(SecretNotReadable.class, ProblemType.CONFLICT),
            entry(NetworkNotServed.class, ProblemType.NOT_VALID),
            entry(IdempotencyKeyReused.class, ProblemType.IDEMPOTENCY_KEY_REUSED),
            entry(IdempotencyKeyNotUsable.class, ProblemType.MALFORMED_REQUEST),
            entry(MediaNotFound.class, ProblemType.MEDIA_NOT_FOUND),
            entry(MediaRefused.class, ProblemType.NOT_VALID),
            entry(SnippetNotFound.class, ProblemType.SNIPPET_NOT_FOUND),
            entry(SnippetRefused.class, ProblemType.NOT_VALID),
            entry(DraftNotFound.class, ProblemType.DRAFT_NOT_FOUND),
            entry(DraftNotKept.class, ProblemType.NOT_VALID),
            entry(DraftChangedMeanwhile.class, ProblemType.CHANGED_MEANWHILE),
            entry(RevisionNotFound.class, ProblemType.REVISION_NOT_FOUND),
            entry(PolicyNotPlausible.class, ProblemType.NOT_VALID),
            entry(PolicyChangedMeanwhile.class, ProblemType.CHANGED_MEANWHILE),
            entry(PlanNotClear.class, ProblemType.TIME_NOT_PLANNABLE),
            entry(StateNotKnown.class, ProblemType.MALFORMED_REQUEST),
            entry(QueueRefused.class, ProblemType.CONFLICT),
            entry(WishNotPlausible.class, ProblemType.NOT_VALID),
            entry(RuleNotUsable.class, ProblemType.NOT_VALID),
            entry(SeriesNotFound.class, ProblemType.NOT_FOUND),
            entry(SlotNotFound.class, ProblemType.NOT_FOUND),
            entry(TimeNotReadable.class, ProblemType.MALFORMED_REQUEST),
            entry(PreferenceNotKnown.class, ProblemType.MALFORMED_REQUEST),
            entry(AlmanacNotFound.class, ProblemType.ALMANAC_NOT_FOUND),
            entry(AlmanacRefused.class, ProblemType.FILE_NOT_UNDERSTOOD),
            entry(FeedNotFound.class, ProblemType.FEED_NOT_FOUND),
            entry(ZoneNotKnown.class, ProblemType.TIME_NOT_PLANNABLE),
            entry(OptimisticLockException.class, ProblemType.CHANGED_MEANWHILE));

    private KnownProblems() {}

    static boolean knows(Class<?> exception) {
        return TABLE.containsKey(exception);
    }

    static Optional<ProblemType> of(Throwable thrown) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            ProblemType known = TABLE.get(type);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
