package org.gazouillis.kernel;

import java.nio.file.Path;

/// Folder of everything that is not in the database: each room keeps its own folder in it (`index/`, `imports/`).
public record DataDirectory(Path path) {}
