package org.gazouillis.link;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// An address as a QR code (ISO/IEC 18004), for posters and packaging: black on white, with the four modules of quiet
/// around it that the standard asks for, and a quarter of it may be dirty or torn (level Q).
public final class QrCode {
    /// Widths of a picture in pixels.
    public static final int NARROWEST = 128;

    public static final int WIDEST = 2_048;

    private static final int QUIET = 4;
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    public static QrCode of(String address) {
        try {
            var asked = Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.Q,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8",
                    EncodeHintType.MARGIN,
                    QUIET);
            return new QrCode(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, asked));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + address.length() + " characters", tooLong);
        }
    }

    /// Drawn, sharp at any size: one step of the drawing is one module.
    public String svg() {
        int width = modules.getWidth();
        var dark = new StringBuilder();
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                if (modules.get(x, y)) {
                    dark.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + width
                + "\" shape-rendering=\"crispEdges\"><rect width=\"" + width + "\" height=\"" + width
                + "\" fill=\"#fff\"/><path d=\"" + dark + "\"/></svg>";
    }

    /// As a picture in PNG. Each module is a whole number of pixels, so that edges are sharp; what is left over goes
    /// to the quiet around.
    ///
    /// @param width pixels, taken for [#NARROWEST] or [#WIDEST] beyond them
    public byte[] png(int width) {
        int pixels = Math.clamp(width, NARROWEST, WIDEST);
        int module = Math.max(1, pixels / modules.getWidth());
        int margin = (pixels - module * modules.getWidth()) / 2;
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                image.setRGB(x, y, isDark(x - margin, y - margin, module) ? BLACK : WHITE);
            }
        }
        return written(image);
    }

    private boolean isDark(int x, int y, int module) {
        int end = module * modules.getWidth();
        return x >= 0 && y >= 0 && x < end && y < end && modules.get(x / module, y / module);
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory cannot fail", impossible);
        }
        return bytes.toByteArray();
    }
}
