package org.gazouillis.web.operator;

/// An API token. It is shown this once.
public record TokenJson(String token) {}
