package vn.hoso.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilesTest {

    /** Sorted by name the files stand in the order of the list, as many as there are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | 9    | Xã Bình An                   | 01 Xã Bình An
            12  | 99   | Xã Bình An (cũ)              | 12 Xã Bình An (cũ)
            1   | 100  | Xã Đắk P’ơr K/Bang           | 001 Xã Đắk P-ơr K-Bang
            51  | 136  | Xã Bình An                   | 051 Xã Bình An
            136 | 136  | Phường “An Phú” & <Thống>    | 136 Phường -An Phú- - -Thống-
            """)
    void lettersOfOnePressAreNumberedAlike(int number, int all, String unit, String name) {
        assertThat(ReportFiles.packedName(number, all, unit)).isEqualTo(name);
    }
}
