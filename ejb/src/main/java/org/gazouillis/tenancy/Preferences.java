package org.gazouillis.tenancy;

/// What a member chose for the face: their name, the language (`en`, `fr`) and the theme (`auto`, `light`, `dark`).
public record Preferences(String name, String locale, String theme) {}
