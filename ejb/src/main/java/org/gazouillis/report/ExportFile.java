package org.gazouillis.report;

import java.nio.file.Path;

/// The whole file of an export, and where it lies.
public record ExportFile(ExportJob job, Path path) {}
