package org.gazouillis.link;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.link.TargetRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinkTargetTest {
    private static final OwnAddress OWN = new OwnAddress("https://go.example/");

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/a?b=c#d, https://shop.example/a?b=c#d",
        "HTTP://Shop.Example:8080, http://shop.example:8080",
        "https://été.example/crème brûlée?q=é, ",
        "https://été.example/crème?q=é, https://xn--t-9fab.example/cr%C3%A8me?q=%C3%A9",
        "https://shop.example/100%, https://shop.example/100%25",
        "https://shop.example./a, https://shop.example/a",
        "https://8.8.8.8/dns, https://8.8.8.8/dns",
        "https://[2606:4700::1111]/, https://[2606:4700::1111]/",
        "https://go.example/timeline/public, https://go.example/timeline/public",
    })
    void whatBrowsersSendIsWhatIsStored(String typed, String stored) {
        if (stored == null) {
            assertThatThrownBy(() -> LinkTarget.of(typed, OWN)).isInstanceOf(TargetRefused.class);
        } else {
            assertThat(LinkTarget.of(typed, OWN).text()).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), SCHEME",
        "data:text/html;x, SCHEME",
        "ftp://shop.example/, SCHEME",
        "//shop.example/, SCHEME",
        "/timeline, SCHEME",
        "shop.example, SCHEME",
        "'', LENGTH",
        "https://shop.example@evil.example/, CREDENTIALS",
        "https://user:pw@shop.example/, CREDENTIALS",
        "https://shop.example\\@evil.example/, SIGNS",
        "https://shop.example/a b, SIGNS",
        "https://shop.example:99999/, SIGNS",
        "https://localhost/, HOST",
        "http://db.internal/, HOST",
        "http://printer.local/, HOST",
        "http://router/, HOST",
        "https://127.0.0.1/, HOST",
        "https://10.1.2.3/, HOST",
        "https://192.168.0.1/, HOST",
        "https://172.16.9.9/, HOST",
        "https://169.254.169.254/latest, HOST",
        "https://100.64.1.1/, HOST",
        "https://0.0.0.0/, HOST",
        "https://224.0.0.1/, HOST",
        "https://[::1]/, HOST",
        "https://[fd00::1]/, HOST",
        "https://[::ffff:127.0.0.1]/, HOST",
        "http://2130706433/, HOST",
        "http://0x7f.1/, HOST",
        "http://0177.0.0.1/, HOST",
        "http://127.1/, HOST",
        "http://0x7f000001/, HOST",
        "http://１２７.0.0.1/, HOST",
        "https://go.example/, LOOP",
        "https://go.example, LOOP",
        "https://GO.example:443/l/abc, LOOP",
        "https://go.example/x/../l/abc, LOOP",
        "https://go.example/%6C/abc, LOOP",
    })
    void addressesThatMustNotBeLedToAreRefused(String typed, Reason reason) {
        assertThatThrownBy(() -> LinkTarget.of(typed, OWN))
                .isInstanceOfSatisfying(
                        TargetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void lineBreaksAndEndlessAddressesAreRefused() {
        assertThatThrownBy(() -> LinkTarget.of("https://shop.example/\r\nSet-Cookie: a=b", OWN))
                .isInstanceOf(TargetRefused.class);
        assertThatThrownBy(() -> LinkTarget.of("https://shop.example/" + "x".repeat(2_000), OWN))
                .isInstanceOf(TargetRefused.class);
        assertThatThrownBy(() -> LinkTarget.of("https://shop.example/" + "é".repeat(900), OWN))
                .isInstanceOf(TargetRefused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/p, https://a.example/p?utm_source=x%20y%26z&utm_campaign=%C3%A9t%C3%A9",
        "https://a.example/p?, https://a.example/p?utm_source=x%20y%26z&utm_campaign=%C3%A9t%C3%A9",
        "https://a.example/p?b=1&c#top, https://a.example/p?b=1&c&utm_source=x%20y%26z&utm_campaign=%C3%A9t%C3%A9#top",
        "https://a.example/p?utm_source=mine, https://a.example/p?utm_source=mine&utm_campaign=%C3%A9t%C3%A9",
        "https://a.example/p?UTM_SOURCE=mine&utm%5Fcampaign=y, https://a.example/p?UTM_SOURCE=mine&utm%5Fcampaign=y",
        "https://a.example/#/app?x=1, https://a.example/?utm_source=x%20y%26z&utm_campaign=%C3%A9t%C3%A9#/app?x=1",
    })
    void utmParametersJoinTheQueryAndChangeNothingElse(String address, String tagged) {
        Map<String, String> parameters = new TreeMap<>(Comparator.reverseOrder());
        parameters.put("utm_source", "x y&z");
        parameters.put("utm_campaign", "été");
        assertThat(Utm.add(address, parameters)).isEqualTo(tagged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "api", "login", "LOGIN", ".well-known", "../api", "ab", "a b", "é", "a/b"})
    void codesOfTheHouseAndStrangeSignsAreRefused(String code) {
        assertThatThrownBy(() -> Codes.chosen(code)).isInstanceOf(CodeRefused.class);
    }

    @Test
    void madeCodesAreReadableAndDoNotOffend() {
        for (int i = 0; i < 20_000; i++) {
            String code = Codes.make();
            assertThat(code).matches("[23456789bcdfghjkmnpqrstvwxz]{7}");
            assertThat(Codes.offends(code)).isFalse();
        }
        assertThat(Codes.offends("2fck345")).isTrue();
    }

    @Test
    void ownLinksAreKnownByTheirAddress() {
        assertThat(OWN.code("https://go.example/l/Sale_1")).contains("Sale_1");
        assertThat(OWN.code("https://go.example/l/sale?utm_x=1")).contains("sale");
        assertThat(OWN.code("https://go.example.evil.example/l/sale")).isEmpty();
        assertThat(OWN.code("https://go.example/l/")).isEmpty();
    }
}
