package org.gazouillis.web.schedule;

/// Whether an account's queue runs.
///
/// @param moved how many posts found a new time when it began to run again
public record QueueStateJson(String account, boolean paused, int moved) {}
