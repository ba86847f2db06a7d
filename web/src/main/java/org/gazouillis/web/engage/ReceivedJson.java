package org.gazouillis.web.engage;

/// How many reports can be read and are kept. Which of them count is decided a moment later and stands in the figures
/// alone: those of unknown or nobody's statuses do not, nor repetitions (of a view within half an hour, of an opening
/// within ten seconds), an account's own, and those of declared robots and browsers that fetch ahead.
public record ReceivedJson(int received) {}
