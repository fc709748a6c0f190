package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoso.shared.UserFacingException;

class CsvMatrixTest {

    static Stream<Arguments> readable() {
        return Stream.of(";", ",", "\t").flatMap(delimiter -> Stream.of("\n", "\r\n")
                .flatMap(end -> Stream.of("utf-8", "utf-8 bom", "utf-16le", "utf-16be")
                        .map(charset -> Arguments.of(delimiter, end, charset))));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsTheSameTableHoweverItIsWritten(String delimiter, String end, String charset) {
        String text = String.join(delimiter, "Đơn vị", "Số", "Ghi chú")
                + end
                + String.join(delimiter, "Xã Phước Hòa", "10.682", "\"một" + end + "hai\"")
                + end;
        ParsedSheet sheet =
                UploadedFileReader.read("a.csv", bytes(text, charset), 1).get(0);
        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.rows().get(1).cells().values())
                .extracting(ParsedCell::text)
                .isEqualTo(List.of("Xã Phước Hòa", "10.682", "một" + end + "hai"));
    }

    private static byte[] bytes(String text, String charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (charset) {
            case "utf-8" -> bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            case "utf-8 bom" -> bytes.writeBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
            case "utf-16le" -> bytes.writeBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
            default -> bytes.writeBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesWhatItWouldHaveToGuess() {
        for (byte[] each : List.of(
                "Đơn vị;1\n".getBytes(Charset.forName("windows-1258")),
                "\u00D0\u00BDn v\u00B8;1\n".getBytes(StandardCharsets.ISO_8859_1),
                "Tháº¯ng;1\n".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> UploadedFileReader.read("a.csv", each, 1))
                    .isInstanceOfSatisfying(UserFacingException.class, refused -> assertThat(refused.messageKey())
                            .isEqualTo("imports.refused.encoding"));
        }
        assertThatThrownBy(() -> UploadedFileReader.read("a.csv", "a;\"b\n".getBytes(StandardCharsets.UTF_8), 1))
                .hasMessage("imports.refused.quote");
    }

    @Test
    void neverTakesAFractionForThousands() {
        assertThat(ParsedCell.number("10.682").text()).isEqualTo("10,682");
        assertThat(ParsedCell.number("1E3").text()).isEqualTo("1000");
        assertThat(ParsedCell.number("1E999999999").kind()).isEqualTo(ParsedCell.Kind.FAILED);
    }
}
