package org.gazouillis.stories;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SignInIT {
    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void strangerIsAskedToSignInAndComesBackToWhereTheyWanted() {
        browser.open("/listen/search?q=%23printemps");
        assertThat(browser.see("h1").getText()).isEqualTo("Sign in");
        signIn("owner@demo.example", RunningServer.demoPassword());
        browser.until(page -> page.getCurrentUrl().endsWith("/listen/search?q=%23printemps"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void wrongPasswordIsToldAboveTheFieldsAndTheAddressStays() {
        browser.open("/sign-in");
        signIn("nobody@demo.example", "not the password");
        assertThat(browser.see(".errors").getText()).contains("do not fit together");
        assertThat(browser.see("#sign-in\\:email").getDomProperty("value")).isEqualTo("nobody@demo.example");
    }

    @Test
    void linkFromOutsideLeadsNobodyAway() {
        browser.open("/sign-in?to=https://evil.example/");
        signIn("owner@demo.example", RunningServer.demoPassword());
        browser.until(page -> page.getCurrentUrl().endsWith("/dashboard/home"));
    }

    @Test
    void sessionGetsAFreshIdAndEndsWithSignOut() {
        browser.open("/sign-in");
        browser.driver().manage().addCookie(new Cookie("JSESSIONID", "planted"));
        signIn("owner@demo.example", RunningServer.demoPassword());
        browser.see(".nav");
        Cookie session = browser.driver().manage().getCookieNamed("JSESSIONID");
        assertThat(session).isNotNull();
        assertThat(session.getValue()).isNotEqualTo("planted");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        browser.see(".look > summary").click();
        browser.see("form[action$=sign-out] button").click();
        browser.see("#sign-in\\:email");
        browser.open("/dashboard/home");
        browser.see("#sign-in\\:email");
    }

    @Test
    void whoeverIsSignedInMaySignInAsSomebodyElse() {
        browser.open("/sign-in");
        signIn("owner@demo.example", RunningServer.demoPassword());
        browser.until(page -> page.getCurrentUrl().endsWith("/dashboard/home"));
        browser.open("/sign-in?to=/timeline/home");
        signIn("analyst@demo.example", RunningServer.demoPassword());
        browser.until(page -> page.getCurrentUrl().endsWith("/timeline/home"));
        assertThat(browser.see("body").getText()).contains("Grace Liu");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void languageIsChosenBeforeSigningInAndKeepsThePage() {
        browser.open("/sign-in?to=/listen/search");
        browser.see(".look > summary").click();
        browser.see("button[name=locale][value=fr]").click();
        browser.until(page -> page.findElement(By.tagName("h1")).getText().equals("Connexion"));
        assertThat(browser.driver().getCurrentUrl()).endsWith("/sign-in?to=/listen/search");
        assertThat(browser.see("html").getDomAttribute("lang")).isEqualTo("fr");
    }

    private void signIn(String email, String password) {
        browser.see("#sign-in\\:email").sendKeys(email);
        browser.see("#sign-in\\:password").sendKeys(password);
        browser.see("#sign-in\\:enter").click();
    }
}
