package vn.hoso.reports.files;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocDefaults;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLanguage;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import vn.hoso.shared.Formats;

/** What holds for the whole document: typeface, language, title. */
final class DocumentDefaults {

    static final String TYPEFACE = "Times New Roman";
    static final String LANGUAGE = "vi-VN";

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private DocumentDefaults() {}

    static void apply(XWPFDocument document, String title, LocalDate day) {
        CTStyles styles = CTStyles.Factory.newInstance();
        defaults(styles.addNewDocDefaults());
        normal(styles);
        document.createStyles().setStyles(styles);
        currentLayout(document);
        describe(document.getProperties().getCoreProperties(), title, day);
    }

    /** Says that the file follows today's layout rules; otherwise Word opens it in a mode for old files. */
    private static void currentLayout(XWPFDocument document) {
        try (XmlCursor cursor = document.getSettings().getCTSettings().newCursor()) {
            cursor.toEndToken();
            // Written element by element: the library's small schema jar has no class for them.
            cursor.beginElement("compat", WORD);
            cursor.beginElement("compatSetting", WORD);
            cursor.insertAttributeWithValue("name", WORD, "compatibilityMode");
            cursor.insertAttributeWithValue("uri", WORD, "http://schemas.microsoft.com/office/word");
            cursor.insertAttributeWithValue("val", WORD, "15");
        }
    }

    private static void defaults(CTDocDefaults defaults) {
        CTRPr text = defaults.addNewRPrDefault().addNewRPr();
        CTFonts fonts = text.addNewRFonts();
        fonts.setAscii(TYPEFACE);
        fonts.setHAnsi(TYPEFACE);
        fonts.setCs(TYPEFACE);
        fonts.setEastAsia(TYPEFACE);
        text.addNewColor().setVal("000000");
        BigInteger halfPoints = BigInteger.valueOf(2L * ParagraphStyle.BODY_SIZE);
        text.addNewSz().setVal(halfPoints);
        text.addNewSzCs().setVal(halfPoints);
        CTLanguage language = text.addNewLang();
        language.setVal(LANGUAGE);
        language.setEastAsia(LANGUAGE);
        language.setBidi(LANGUAGE);
        defaults.addNewPPrDefault();
    }

    private static void normal(CTStyles styles) {
        CTStyle style = styles.addNewStyle();
        style.setType(STStyleType.PARAGRAPH);
        style.setDefault(true);
        style.setStyleId("Normal");
        style.addNewName().setVal("Normal");
        style.addNewQFormat();
    }

    /** The day instead of the moment: the same figures give the same file all day. */
    static void describe(CoreProperties properties, String title, LocalDate day) {
        Instant start = day.atStartOfDay(Formats.ZONE).toInstant();
        properties.setTitle(title);
        properties.setCreator("");
        properties.setCreated(Optional.of(Date.from(start)));
        properties.setModified(Optional.of(Date.from(start)));
        properties.getUnderlyingProperties().setLanguageProperty(LANGUAGE);
    }
}
