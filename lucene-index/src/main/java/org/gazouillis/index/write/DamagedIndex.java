package org.gazouillis.index.write;

import java.io.IOException;

/// What lies in the folder is not a whole index that this version can read. A rebuild mends it, a retry does not.
public final class DamagedIndex extends IOException {

    DamagedIndex(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
