package org.gazouillis.publish;

import java.util.List;

/// The posts that wait, those that were due first at the top: a bounded part, and how many there are in all.
public record HeldPosts(List<HeldPost> posts, int all) {
    public HeldPosts {
        posts = List.copyOf(posts);
    }
}
