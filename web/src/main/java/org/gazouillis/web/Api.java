package org.gazouillis.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// The root of the JSON API: every resource's `@Path` lies below `/api`.
@ApplicationPath("/api")
public class Api extends Application {}
