package org.gazouillis.web.microblog;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.StatusId;

/// Where things of the micro-blog are shown.
///
/// @param root scheme and host without a slash at the end; empty for addresses within our own pages
/// @param query what pages keep in every address (`&brand=nord`), or empty
public record Addresses(String root, String query) {
    public static Addresses absolute(UriInfo request) {
        String root = request.getBaseUri().resolve("/").toString();
        return new Addresses(root.substring(0, root.length() - 1), "");
    }

    public String profile(String handle) {
        return root + "/timeline/profile?handle=" + encoded(handle) + query;
    }

    public String status(StatusId id) {
        return root + PublicAddress.page(id) + query;
    }

    /// Where it is quoted, and who did.
    public String quotes(StatusId id) {
        return root + "/timeline/quotes?id=" + id + query;
    }

    public String hashtag(String tag) {
        return root + "/timeline/hashtag?tag=" + encoded(tag) + query;
    }

    public String avatar(ProfileId id) {
        return root + "/api/v1/accounts/" + id + "/avatar.svg";
    }

    /// The file of an image.
    public String media(String file) {
        return root + "/api/media/" + file;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
