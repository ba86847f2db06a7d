package org.gazouillis.web.operator;

import org.gazouillis.listen.IndexCare;

/// How the search index stands.
///
/// @param bytes on disk
/// @param partial whether statuses are missing: then `done` of `total` can be found
/// @param origin `NEW`, or how it was found when the server began
/// @param note what was wrong with it then; empty when nothing was
public record IndexLookJson(
        long documents, long bytes, boolean partial, long done, long total, String origin, String note) {
    static IndexLookJson of(IndexCare.Look look) {
        return new IndexLookJson(
                look.documents(), look.bytes(), look.partial(), look.done(), look.total(), look.origin(), look.note());
    }
}
