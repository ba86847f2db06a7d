package org.gazouillis.compose.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gazouillis.testrig.Pixels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DarkroomTest {
    @Test
    void everyKindOfStillPictureIsDeveloped() {
        assertThat(Darkroom.develop(Pixels.file("jpg", 60, 40, false)).type()).isEqualTo("image/jpeg");
        assertThat(Darkroom.develop(Pixels.file("png", 60, 40, false)).type()).isEqualTo("image/jpeg");
        assertThat(Darkroom.develop(Pixels.file("gif", 60, 40, false)).width()).isEqualTo(60);
        assertThat(Darkroom.develop(Pixels.webp()).height()).isEqualTo(1);
        assertThat(Darkroom.develop(Pixels.file("png", 60, 40, true)).type())
                .as("what can be seen through stays so")
                .isEqualTo("image/png");
    }

    @Test
    void largePicturesAreMadeSmallerAndSmallOnesAreNot() throws IOException {
        Picture large = Darkroom.develop(Pixels.file("jpg", 5000, 2500, false));
        assertThat(large.width()).isEqualTo(2048);
        assertThat(large.height()).isEqualTo(1024);
        BufferedImage small = read(large.small());
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(240);
        assertThat(Darkroom.develop(Pixels.file("png", 30, 20, false)).width()).isEqualTo(30);
    }

    @Test
    void aPictureIsShownUprightAndTellsNobodyWhereItWasTaken() throws IOException {
        byte[] taken = Pixels.sidewaysJpegWithPlace(80, 40);
        assertThat(latin(taken)).contains("Exif");
        Picture shown = Darkroom.develop(taken);
        assertThat(shown.width()).isEqualTo(40);
        assertThat(shown.height()).isEqualTo(80);
        BufferedImage image = read(shown.content());
        assertThat(isRed(image.getRGB(35, 5)))
                .as("the red corner is at the upper right now")
                .isTrue();
        assertThat(isRed(image.getRGB(5, 5))).isFalse();
        assertThat(latin(shown.content())).doesNotContain("Exif");
        assertThat(latin(shown.small())).doesNotContain("Exif");
    }

    @Test
    void whatIsNoPictureIsRefusedAndToldSo() throws IOException {
        refused(new byte[0], "empty");
        refused("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "neither JPEG");
        refused("<!DOCTYPE html><script>alert(1)</script>", "neither JPEG");
        refused(Pixels.bomb(), "10000 million pixels");
        refused(Pixels.movingGif(2), "moves");
        refused(Pixels.movingGif(20_000), "moves");
        byte[] whole = Pixels.file("jpg", 900, 900, false);
        refused(Arrays.copyOf(whole, 1_000), "cut off");
        refused(Arrays.copyOf(whole, whole.length - 2), "cut off");
        refused(Arrays.copyOf(Pixels.file("png", 900, 900, false), 300), "cut off");
        refused(Arrays.copyOf(Pixels.webp(), 20), "cut off");
    }

    private static void refused(String content, String why) {
        refused(content.getBytes(StandardCharsets.UTF_8), why);
    }

    private static void refused(byte[] content, String why) {
        assertThatThrownBy(() -> Darkroom.develop(content))
                .isInstanceOf(PictureRefused.class)
                .hasMessageContaining(why);
    }

    private static BufferedImage read(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    private static String latin(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static boolean isRed(int colour) {
        Color of = new Color(colour);
        return of.getRed() > 180 && of.getBlue() < 90;
    }
}
