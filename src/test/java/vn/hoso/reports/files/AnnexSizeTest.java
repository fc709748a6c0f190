package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.ReportLine;

/** A number parted between two lines reads as another number. */
class AnnexSizeTest {

    /** In twips a cell of 12 mm has 578 for its letters, one of 13 mm 635; at 9 points six digits take 585, seven 720. */
    @ParameterizedTest
    @CsvSource({"12, 86.414, 9", "12, 186.414, 8", "13, 186.414, 9", "13, 1.186.414, 8"})
    void breaksNoNumber(int millimetres, String number, int points) {
        Annex.Row row = new Annex.Row(false, "1", "Xã An Lạc", null, List.of(ReportLine.of(number)), ReportLine.EMPTY);
        Annex annex = new Annex(
                "Phụ lục",
                "KẾT QUẢ",
                "",
                ReportLine.EMPTY,
                List.of(
                        column("STT", 10, false),
                        column("Đơn vị", 40, false),
                        column("Số hồ sơ", millimetres, true),
                        column("Ghi chú", 30, false)),
                Collections.nCopies(80, row),
                List.of(),
                true);

        assertThat(AnnexSize.table(annex)).isEqualTo(points);
    }

    private static Annex.Column column(String label, int millimetres, boolean figures) {
        return new Annex.Column(null, ReportLine.of(label), millimetres, figures);
    }
}
