package org.gazouillis.compose;

/// A hashtag that would fit.
///
/// @param tag without `#`, folded
/// @param reason why it is suggested
/// @param uses how often the brand's last posts have it
public record TagSuggestion(String tag, Reason reason, int uses) {
    /// In the order in which they are shown.
    public enum Reason {
        /// The campaign has it.
        CAMPAIGN,
        /// It stood beside a hashtag of this text before.
        TOGETHER,
        /// The brand uses it often.
        OFTEN
    }
}
