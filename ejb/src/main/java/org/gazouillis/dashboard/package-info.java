/// What became of it, ready to be shown: readers that turn SQL into records for one screen or answer each.
///
/// [org.gazouillis.dashboard.Overviews] gives Home all brands in one query, [org.gazouillis.dashboard.BrandStandings]
/// puts them side by side with their figures. [org.gazouillis.dashboard.Performances] gives the figures of a
/// [org.gazouillis.dashboard.Subject] in a period, whole and per local hour or day, and beside those of another period
/// ([org.gazouillis.dashboard.Comparison]); [org.gazouillis.dashboard.Breakdowns] its parts,
/// [org.gazouillis.dashboard.CampaignStandings] campaigns side by side, [org.gazouillis.dashboard.TopPosts] the posts
/// that did best. [org.gazouillis.dashboard.Pivots] parts figures by any one or two dimensions
/// ([org.gazouillis.dashboard.Axis]), narrowed by a search. [org.gazouillis.dashboard.ReachForecasts] says what a post
/// would reach at one time or another. Joins across capabilities live here and nowhere else.
///
/// Every reader works behind the wall on behalf of the current member and asks for the permission to analyse. It must
/// not write, and it must not know what a measure means: that is `rollup`'s. Only
/// [org.gazouillis.dashboard.SavedViews] keeps something: how members look at all this.
@NullMarked
package org.gazouillis.dashboard;

import org.jspecify.annotations.NullMarked;
