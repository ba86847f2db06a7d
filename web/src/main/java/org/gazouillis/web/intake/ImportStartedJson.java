package org.gazouillis.web.intake;

/// An import has begun; `/api/desk/v1/imports/<id>` tells how far it is.
public record ImportStartedJson(String id) {}
