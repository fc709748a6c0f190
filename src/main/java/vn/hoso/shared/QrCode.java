package vn.hoso.shared;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Locale;

/**
 * A QR code as one SVG path, made here so that no secret leaves the program.
 *
 * @param size width and height in modules, the quiet zone included
 * @param path the dark modules
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /** Any text, such as an address that a phone opens. */
    public static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        int run = x - from;
                        path.append(String.format(Locale.ROOT, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET, run, run));
                    }
                }
            }
            return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
