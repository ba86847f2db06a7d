package org.gazouillis.network;

/// An image as the other network has it, seen by nobody until a status shows it.
///
/// @param ready false while the network still works on it, so that no status can show it yet
public record RemoteImage(String id, boolean ready) {}
