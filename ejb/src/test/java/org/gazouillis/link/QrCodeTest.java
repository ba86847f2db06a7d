package org.gazouillis.link;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QrCodeTest {
    private static final String ADDRESS = "https://go.example/l/hiver-2026";

    @ParameterizedTest
    @ValueSource(ints = {1, 128, 200, 333, 2_048, 100_000})
    void aReaderReadsTheAddressFromThePictureAtAnyWidth(int width) throws Exception {
        BufferedImage image = image(QrCode.of(ADDRESS).png(width));
        assertThat(image.getWidth()).isEqualTo(Math.clamp(width, 128, 2_048));
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void aReaderReadsTheDrawing() throws Exception {
        assertThat(read(drawn(QrCode.of(ADDRESS).svg()))).isEqualTo(ADDRESS);
    }

    @Test
    void itIsReadThroughASpotOnIt() throws Exception {
        BufferedImage image = image(QrCode.of(ADDRESS).png(400));
        var spoilt = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = spoilt.createGraphics();
        drawing.drawImage(image, 0, 0, null);
        drawing.setColor(Color.GRAY);
        drawing.fillOval(180, 180, 60, 60);
        assertThat(read(spoilt)).isEqualTo(ADDRESS);
    }

    @Test
    void quietIsLeftAround() throws IOException {
        BufferedImage image = image(QrCode.of(ADDRESS).png(500));
        for (int at = 0; at < 500; at++) {
            assertThat(image.getRGB(at, 20)).isEqualTo(Color.WHITE.getRGB());
            assertThat(image.getRGB(20, at)).isEqualTo(Color.WHITE.getRGB());
        }
    }

    @Test
    void whatIsTooLongForACodeIsSaid() {
        assertThatThrownBy(() -> QrCode.of("https://go.example/" + "a".repeat(2_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2019 characters");
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// The drawing's modules, ten pixels each.
    private static BufferedImage drawn(String svg) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(box.find()).isTrue();
        int width = Integer.parseInt(box.group(1)) * 10;
        var image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, width);
        drawing.setColor(Color.BLACK);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(svg)
                .results()
                .forEach(module -> drawing.fillRect(
                        Integer.parseInt(module.group(1)) * 10, Integer.parseInt(module.group(2)) * 10, 10, 10));
        return image;
    }

    private static String read(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, width, null, 0, width);
        var source = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
