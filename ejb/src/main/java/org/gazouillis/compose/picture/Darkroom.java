package org.gazouillis.compose.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/// Develops pictures. The header says how large one is before a single pixel is decoded, so that a small file cannot
/// fill the memory; no more than two are decoded at a time, and large ones are thinned out while they are read.
public final class Darkroom {
    public static final int MOST_PIXELS = 40_000_000;
    static final int LARGE = 2048;
    static final int SMALL = 480;
    private static final double QUALITY = 0.86;
    private static final Semaphore TABLES = new Semaphore(2);

    static {
        ImageIO.setUseCache(false);
        IIORegistry.getDefaultInstance().registerServiceProvider(new WebPImageReaderSpi());
        IIORegistry.getDefaultInstance().registerServiceProvider(new JPEGImageReaderSpi());
    }

    private Darkroom() {}

    /// @throws PictureRefused when the content is no picture of a known kind, is broken, moves, or is too large
    public static Picture develop(byte[] content) {
        if (content.length == 0) {
            throw new PictureRefused("The file is empty. Choose another one.");
        }
        PictureKind kind = PictureKind.of(content)
                .orElseThrow(
                        () -> new PictureRefused(
                                "The file is neither JPEG, PNG, WebP nor GIF, whatever its name says. Save it as one of these."));
        if (kind == PictureKind.JPEG && !isWholeJpeg(content)) {
            throw broken();
        }
        TABLES.acquireUninterruptibly();
        try {
            return developed(kind, content);
        } catch (PictureRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw broken();
        } finally {
            TABLES.release();
        }
    }

    private static PictureRefused broken() {
        return new PictureRefused("The file is broken or cut off. Save it again from where it came, as JPEG or PNG.");
    }

    /// Readers show the upper half of a JPEG that is cut off, and grey below. The end is marked behind the last scan.
    private static boolean isWholeJpeg(byte[] content) {
        boolean ended = false;
        for (int i = 0; i + 1 < content.length; i++) {
            if (content[i] == (byte) 0xFF) {
                boolean scan = content[i + 1] == (byte) 0xDA;
                ended = !scan && (ended || content[i + 1] == (byte) 0xD9);
            }
        }
        return ended;
    }

    private static Picture developed(PictureKind kind, byte[] content) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.type());
        if (!readers.hasNext()) {
            throw new IIOException("no reader for " + kind);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, false, false);
            requireSane(reader);
            requireStill(kind, reader);
            BufferedImage image = read(reader);
            return picture(image, kind == PictureKind.JPEG ? upright(content) : null);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSane(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new PictureRefused("The picture has " + pixels / 1_000_000 + " million pixels; "
                    + MOST_PIXELS / 1_000_000 + " are allowed. Make it smaller.");
        }
    }

    /// Only one frame more is looked for, however many there are.
    private static void requireStill(PictureKind kind, ImageReader reader) throws IOException {
        boolean moves;
        try {
            moves = kind != PictureKind.JPEG && kind != PictureKind.PNG && reader.getWidth(1) > 0;
        } catch (IndexOutOfBoundsException single) {
            moves = false;
        }
        if (moves) {
            throw new PictureRefused("The picture moves; only still ones can be shown. Save one of its frames.");
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int side = Math.max(reader.getWidth(0), reader.getHeight(0));
        int every = Math.max(1, side / (2 * LARGE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    /// What turns a JPEG upright; null when it stands so already, or does not say. Not every reader hands out what a
    /// camera wrote, so all are asked.
    private static @Nullable ImageFilter upright(byte[] content) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(PictureKind.JPEG.type());
        Orientation orientation = null;
        while (orientation == null && readers.hasNext()) {
            orientation = orientation(readers.next(), content);
        }
        return orientation == null || orientation == Orientation.TOP_LEFT
                ? null
                : ExifFilterUtils.getFilterForOrientation(orientation);
    }

    private static @Nullable Orientation orientation(ImageReader reader, byte[] content) throws IOException {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, false, false);
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IIOException noMetadata) {
            return null;
        } finally {
            reader.dispose();
        }
    }

    private static Picture picture(BufferedImage image, @Nullable ImageFilter upright) throws IOException {
        BufferedImage turned = upright == null ? image : upright.apply(image);
        boolean clear = turned.getColorModel().hasAlpha();
        BufferedImage large = within(turned, LARGE, clear);
        String format = clear ? "png" : "jpg";
        return new Picture(
                clear ? "image/png" : "image/jpeg",
                large.getWidth(),
                large.getHeight(),
                written(large, format),
                written(within(large, SMALL, clear), format));
    }

    /// Drawn anew in any case: what is not a pixel does not come along.
    private static BufferedImage within(BufferedImage image, int side, boolean clear) throws IOException {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        return Thumbnails.of(image)
                .scale(scale)
                .imageType(clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .scale(1)
                .outputFormat(format)
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }
}
