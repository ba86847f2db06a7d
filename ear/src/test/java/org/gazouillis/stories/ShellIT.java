package org.gazouillis.stories;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ShellIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void firstPageBearsTheName() {
        browser.open("/");
        assertThat(browser.driver().getTitle()).contains("Gazouillis");
        assertThat(browser.complaints()).isEmpty();
    }
}
