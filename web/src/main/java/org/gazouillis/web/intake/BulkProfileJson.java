package org.gazouillis.web.intake;

import org.gazouillis.intake.BulkProfile;

/// What is said about files of one origin, under a name.
public record BulkProfileJson(String name, BulkWishJson wish) {
    static BulkProfileJson of(BulkProfile profile) {
        return new BulkProfileJson(profile.name(), BulkWishJson.of(profile.wish()));
    }
}
