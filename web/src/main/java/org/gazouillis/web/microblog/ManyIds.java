package org.gazouillis.web.microblog;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;

/// Several ids in a query, as Mastodon's clients write them: `id[]=1&id[]=2`, or `id=1&id=2`.
public class ManyIds {
    /// How many one may ask for at once; what goes beyond is not answered.
    static final int MOST = 40;

    @QueryParam("id[]")
    private List<String> bracketed = List.of();

    @QueryParam("id")
    private List<String> plain = List.of();

    Stream<String> all() {
        return Stream.concat(bracketed.stream(), plain.stream());
    }
}
