package org.gazouillis.web.schedule;

import java.util.List;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// Posts of the queue that are to change places among themselves.
public record PostsJson(@Nullable List<String> posts) {
    List<PostId> ids() {
        return posts == null ? List.of() : posts.stream().map(PostId::parse).toList();
    }
}
