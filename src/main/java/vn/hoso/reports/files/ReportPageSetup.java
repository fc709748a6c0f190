package vn.hoso.reports.files;

import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** A4 and its margins after Nghị định 30/2020/NĐ-CP: top and bottom 20 mm, left 30 mm, right 15 mm. */
final class ReportPageSetup {

    static final int LEFT = 30;
    static final int RIGHT = 15;
    static final int TOP = 20;
    static final int BOTTOM = 20;

    private static final int SHORT_SIDE = 210;
    private static final int LONG_SIDE = 297;

    /** The page number stands in the middle of the top margin. */
    private static final int HEADER = 8;

    /** What a portrait page leaves for text. */
    static final int TEXT_WIDTH = SHORT_SIDE - LEFT - RIGHT;

    /** What a landscape page leaves for text. */
    static final int LANDSCAPE_TEXT_WIDTH = LONG_SIDE - LEFT - RIGHT;

    private ReportPageSetup() {}

    static void portrait(CTSectPr section) {
        size(section, SHORT_SIDE, LONG_SIDE);
        margins(section);
    }

    /** A wide page of its own, numbered from 1 again as an annex is. */
    static void landscape(CTSectPr section) {
        size(section, LONG_SIDE, SHORT_SIDE).setOrient(STPageOrientation.LANDSCAPE);
        margins(section);
        section.addNewType().setVal(STSectionMark.NEXT_PAGE);
        section.addNewPgNumType().setStart(BigInteger.ONE);
    }

    private static CTPageSz size(CTSectPr section, int width, int height) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(exactTwips(width));
        size.setH(exactTwips(height));
        return size;
    }

    private static void margins(CTSectPr section) {
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(exactTwips(TOP));
        margins.setBottom(exactTwips(BOTTOM));
        margins.setLeft(exactTwips(LEFT));
        margins.setRight(exactTwips(RIGHT));
        margins.setHeader(exactTwips(HEADER));
        margins.setFooter(exactTwips(HEADER));
        margins.setGutter(BigInteger.ZERO);
    }

    /** Millimetres as word processors count lengths: in twips, 1440 to the inch; 20 mm are 1134. */
    static int twips(int millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    static BigInteger exactTwips(int millimetres) {
        return BigInteger.valueOf(twips(millimetres));
    }
}
