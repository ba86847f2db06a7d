package org.gazouillis.trial;

/// Which text a status keeps when its trial is over.
public enum Kept {
    A,
    B
}
