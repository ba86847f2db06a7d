package org.gazouillis.compose.picture;

/// A picture that can be shown: upright, of sane size, without metadata.
///
/// @param type `image/jpeg`, or `image/png` where it can be seen through
/// @param small the same, for lists
public record Picture(String type, int width, int height, byte[] content, byte[] small) {}
