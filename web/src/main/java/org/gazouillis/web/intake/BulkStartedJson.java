package org.gazouillis.web.intake;

/// A file of posts was taken; `/api/desk/v1/bulk/<id>` tells how far it is.
public record BulkStartedJson(String id) {}
