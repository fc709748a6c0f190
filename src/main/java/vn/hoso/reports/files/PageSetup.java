package vn.hoso.reports.files;

import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** A4 and its margins after Nghị định 30/2020/NĐ-CP: top and bottom 20 mm, left 30 mm, right 15 mm. */
final class PageSetup {

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

    private PageSetup() {}

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
        size.setW(Millimetres.exact(width));
        size.setH(Millimetres.exact(height));
        return size;
    }

    private static void margins(CTSectPr section) {
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(Millimetres.exact(TOP));
        margins.setBottom(Millimetres.exact(BOTTOM));
        margins.setLeft(Millimetres.exact(LEFT));
        margins.setRight(Millimetres.exact(RIGHT));
        margins.setHeader(Millimetres.exact(HEADER));
        margins.setFooter(Millimetres.exact(HEADER));
        margins.setGutter(BigInteger.ZERO);
    }
}
