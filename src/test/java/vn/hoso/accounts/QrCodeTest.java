package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.hoso.shared.QrCode;

class QrCodeTest {

    private static final int SCALE = 4;

    @Test
    void isReadBackAsAnAuthenticatorWould() throws Exception {
        QrCode drawing = QrCode.of(TotpCode.address("thi.binh", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        int side = drawing.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(drawing.path());
        while (module.find()) {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + Integer.parseInt(module.group(3)) * SCALE, 0);
            }
        }
        String read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();

        assertThat(read)
                .isEqualTo("otpauth://totp/Ho%20so%20truc%20tuyen:thi.binh?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Ho%20so%20truc%20tuyen&algorithm=SHA1&digits=6&period=30");
    }
}
