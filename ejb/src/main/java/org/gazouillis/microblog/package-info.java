/// The built-in micro-blog: profiles, statuses, replies, likes, reposts, quotes, polls, follows, lists. Public
/// ground, without workspaces.
///
/// One doer per deed: [org.gazouillis.microblog.StatusPoster] writes a person's status, reply or quote,
/// [org.gazouillis.microblog.StatusRemover] takes one's own away, [org.gazouillis.microblog.Likes],
/// [org.gazouillis.microblog.Reposts] and [org.gazouillis.microblog.Follows] do and undo what their names say, each
/// any number of times with the effect of one. [org.gazouillis.microblog.Lists] keeps profiles under a title, for
/// their owner's eyes. [org.gazouillis.microblog.Polls] takes votes, one of each person.
/// [org.gazouillis.microblog.Voices] decides as whom.
///
/// Each change announces itself in its own transaction (`StatusPosted`, `StatusReposted`, `StatusRemoved`,
/// `StatusLiked`, `StatusUnliked`, `StatusQuoted`, `StatusUnquoted`, `Followed`, `Unfollowed`, `ListChanged`). Counts
/// of a status are exact at once; those of a profile, and the hashtag and mention rows of published posts, are kept
/// by [org.gazouillis.microblog.Bookkeeper] a moment later. Reading in order is the room next door, `timeline`.
@NullMarked
package org.gazouillis.microblog;

import org.jspecify.annotations.NullMarked;
