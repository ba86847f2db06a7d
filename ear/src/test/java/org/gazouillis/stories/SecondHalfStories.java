package org.gazouillis.stories;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/// All that [FirstHalfStories] leaves.
@Suite
@SelectPackages("org.gazouillis")
@IncludeClassNamePatterns("(?!" + FirstHalfStories.CLASSES + ")[\\w.]+IT")
class SecondHalfStories {}
