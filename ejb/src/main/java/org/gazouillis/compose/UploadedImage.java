package org.gazouillis.compose;

import org.gazouillis.kernel.MediaId;

/// An image that somebody brought for a status of their own.
///
/// @param hash SHA-256 of the file, in hexadecimal
/// @param alt what it shows; empty when nobody said
public record UploadedImage(MediaId id, String hash, String type, int width, int height, String alt) {}
