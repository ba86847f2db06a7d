/// Short links: `/l/<code>` leads to an address with the campaign's UTM parameters, and counts who went there.
///
/// [org.gazouillis.link.ShortLinks] opens, changes and lists them, [org.gazouillis.link.Shortener] does so for a
/// whole text. [org.gazouillis.link.Redirector] answers readers: a click is on disk before its answer
/// ([org.gazouillis.link.ClickLog]), so that a crash loses none, and comes into the database a moment later, exactly
/// once. Each batch of people's clicks is announced as `LinkClicked`.
///
/// Only stored targets are led to, and [org.gazouillis.link.LinkTarget] judged each before it was stored: there is no
/// open redirect.
@NullMarked
package org.gazouillis.link;

import org.jspecify.annotations.NullMarked;
