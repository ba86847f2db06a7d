package org.gazouillis.stories;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/// Half of the stories by the time they take, with a server of their own beside that of [SecondHalfStories].
@Suite
@SelectPackages("org.gazouillis")
@IncludeClassNamePatterns(FirstHalfStories.CLASSES + "\\w+IT")
class FirstHalfStories {
    static final String CLASSES = "org\\.gazouillis\\.stories\\.[A-C]";
}
