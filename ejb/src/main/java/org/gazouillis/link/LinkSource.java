package org.gazouillis.link;

/// Where people's clicks came from: the host of the page before (empty when it is not known), or the kind of device.
public record LinkSource(String name, int clicks) {}
