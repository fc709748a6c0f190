package vn.hoso.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a page's tables owe whoever prints them: every row and cell of the screen is on paper, whole, on one sheet and
 * under its heading, and nothing runs off the edge.
 */
enum Paper {
    PORTRAIT(741),
    LANDSCAPE(1070);

    /** Smaller letters than this, in points, cannot be read on paper. */
    private static final double SMALLEST = 5;

    /**
     * Marks the tables, rows and cells that the screen shows, with every list opened that holds a table. The leaders'
     * page is one sheet by itself: its units are printed by the page of the gap.
     */
    private static final String MARK_SCREEN = """
            () => {
                const shown = each => each.checkVisibility();
                let tables = 0;
                document.querySelectorAll('details:has(table):not(.leader details)').forEach(each => each.open = true);
                document.querySelectorAll('main table:not(.leader table)').forEach(table => {
                    if (shown(table)) {
                        table.dataset.paperTable = tables++;
                        table.querySelectorAll('tbody tr, tfoot tr').forEach(row => {
                            if (shown(row)) {
                                row.dataset.paperRow = '';
                                row.querySelectorAll('th, td').forEach(cell => {
                                    if (shown(cell)) {
                                        cell.dataset.paperCell = '';
                                    }
                                });
                            }
                        });
                    }
                });
                return tables;
            }""";

    /** The marked rows as the printed page words them, and what of them the printed page hides or cuts. */
    private static final String READ_PRINT = """
            () => {
                const shown = each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
                const aside = each => {
                    for (let at = each; at && at.tagName !== 'TR'; at = at.parentElement) {
                        const look = getComputedStyle(at);
                        if (!shown(at) || look.clipPath !== 'none' || look.clip !== 'auto') {
                            return true;
                        }
                    }
                    return false;
                };
                const words = part => {
                    let text = '';
                    const nodes = document.createTreeWalker(part, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
                    while (nodes.nextNode()) {
                        const node = nodes.currentNode;
                        if (node.nodeType === Node.TEXT_NODE) {
                            if (!['TEXTAREA', 'OPTION', 'SCRIPT'].includes(node.parentElement.tagName)
                                    && !aside(node.parentElement)) {
                                text += node.data;
                            }
                        } else if (node.matches('textarea, input:not([type=hidden], [type=checkbox], [type=radio])')
                                && !aside(node)) {
                            text += node.value || node.placeholder || '';
                        }
                    }
                    return text;
                };
                const cut = part => [...part.querySelectorAll('*')].filter(each => shown(each) && !aside(each)
                    && getComputedStyle(each).overflowX !== 'visible' && each.tagName !== 'svg' && !each.closest('svg')
                    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1));
                return [...document.querySelectorAll('[data-paper-table]')].map(table => {
                    const faults = [];
                    if (!shown(table)) {
                        return { name: table.className, head: '', rows: [], faults: ['is not printed'] };
                    }
                    for (let box = table; box !== document.body; box = box.parentElement) {
                        const look = getComputedStyle(box);
                        if (look.overflowX !== 'visible' || look.overflowY !== 'visible' || look.maxHeight !== 'none') {
                            faults.push('stands in a box that can cut it: ' + box.className);
                        }
                    }
                    const head = table.tHead;
                    const rows = [...table.querySelectorAll('[data-paper-row]')];
                    rows.filter(row => !shown(row)).forEach(row => faults.push('hides ' + row.textContent.trim()));
                    const hidden = [...table.querySelectorAll('[data-paper-cell]')].filter(cell => !shown(cell)).length;
                    if (hidden > 0) {
                        faults.push('hides ' + hidden + ' cells');
                    }
                    // A table that only lays out a document's head and end may lay them out otherwise.
                    if (table.getAttribute('role') !== 'presentation' && [...table.querySelectorAll('[data-paper-cell]')]
                            .some(cell => shown(cell) && getComputedStyle(cell).display !== 'table-cell')) {
                        faults.push('has cells that stand in no column');
                    }
                    cut(table).forEach(each => faults.push('cuts ' + each.tagName + ' ' + each.className));
                    return {
                        name: table.className,
                        head: head && shown(head) ? words(head) : '',
                        rows: rows.filter(shown).map(words),
                        faults: faults
                    };
                });
            }""";

    /** The width of the paper between its margins, in CSS pixels. */
    private final int width;

    Paper(int width) {
        this.width = width;
    }

    /**
     * What is wrong with the page's tables on each of these papers, one line each; empty for a page without a table. Leaves the
     * page as wide as on a desk.
     */
    static List<String> complaints(Page page, List<Paper> papers) {
        Screen.DESK.show(page);
        if ((int) page.evaluate(MARK_SCREEN) == 0) {
            return List.of();
        }
        List<byte[]> printed = papers.stream().map(each -> each.print(page)).toList();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        List<List<?>> tables =
                papers.stream().<List<?>>map(each -> each.tables(page)).toList();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        Screen.DESK.show(page);
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            String where = page.url() + " " + papers.get(i) + ": ";
            complaints(printed.get(i), tables.get(i)).forEach(each -> complaints.add(where + each));
        }
        return complaints;
    }

    private byte[] print(Page page) {
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setLandscape(this == LANDSCAPE)
                .setPrintBackground(true)
                .setPreferCSSPageSize(true));
        keep(page, pdf);
        return pdf;
    }

    private List<?> tables(Page page) {
        page.setViewportSize(width, Screen.DESK.height());
        return (List<?>) page.evaluate(READ_PRINT);
    }

    private static List<String> complaints(byte[] pdf, List<?> tables) {
        List<String> complaints = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Sheets sheets = new Sheets(document);
            complaints.addAll(sheets.complaints);
            for (Object each : tables) {
                Map<?, ?> table = (Map<?, ?>) each;
                ((List<?>) table.get("faults")).forEach(fault -> complaints.add(table.get("name") + " " + fault));
                complaints.addAll(sheets.lacking(table));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints;
    }

    /** For people to look at: with {@code -Dhoso.pictures=true} only. */
    private void keep(Page page, byte[] pdf) {
        if (!Boolean.getBoolean("hoso.pictures")) {
            return;
        }
        String name = page.url().replaceFirst("^[^/]*//[^/]*/", "").replaceAll("[^A-Za-z0-9]+", "-");
        try {
            Files.createDirectories(Visitors.PICTURES);
            Files.write(
                    Path.of(Visitors.PICTURES.toString(), name + "." + name().toLowerCase(Locale.ROOT) + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bare(Object text) {
        return Normalizer.normalize(String.valueOf(text), Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\u00ad\\u200b\\u2011\\u202f-]+", "");
    }

    /** The printed sheets, each as the letters on it in the order in which they were drawn. */
    private static final class Sheets {

        private final List<String> texts = new ArrayList<>();
        private final Set<String> complaints = new HashSet<>();

        Sheets(PDDocument document) throws IOException {
            for (int at = 1; at <= document.getNumberOfPages(); at++) {
                texts.add(bare(read(document, at)));
            }
        }

        private String read(PDDocument document, int number) throws IOException {
            PDPage sheet = document.getPage(number - 1);
            StringBuilder letters = new StringBuilder();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.append(letter.getUnicode());
                    if (letter.getXDirAdj() < 0
                            || letter.getXDirAdj() + letter.getWidthDirAdj()
                                    > sheet.getMediaBox().getWidth() + 0.5) {
                        complaints.add("runs off the edge of sheet " + number);
                    }
                    if (letter.getHeightDir() > 0
                            && letter.getFontSizeInPt()
                                            * letter.getTextMatrix().getScalingFactorY()
                                            / letter.getFontSize()
                                    < SMALLEST) {
                        complaints.add("prints too small to read");
                    }
                }
            };
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            stripper.getText(document);
            return letters.toString();
        }

        /** Rows of the table that are on no sheet, or fewer times than on the screen, and sheets of it without heading. */
        List<String> lacking(Map<?, ?> table) {
            List<String> lacking = new ArrayList<>();
            List<String> rows =
                    ((List<?>) table.get("rows")).stream().map(Paper::bare).toList();
            String head = bare(table.get("head"));
            long printed = 0;
            Set<Integer> used = new HashSet<>();
            for (String row : new HashSet<>(rows)) {
                long asked = rows.stream().filter(row::equals).count();
                long found = 0;
                for (int at = 0; at < texts.size(); at++) {
                    int here = count(texts.get(at), row);
                    found += here;
                    if (here > 0 && !row.isEmpty()) {
                        used.add(at);
                    }
                }
                printed += Math.min(asked, found);
                if (found < asked) {
                    lacking.add(table.get("name") + " lacks a row: " + row);
                }
            }
            if (printed != rows.size()) {
                lacking.add(table.get("name") + " prints " + printed + " of " + rows.size() + " rows");
            }
            used.stream()
                    .filter(at -> !texts.get(at).contains(head))
                    .forEach(at -> lacking.add(table.get("name") + " has no heading on sheet " + (at + 1)));
            return lacking;
        }

        private static int count(String text, String part) {
            if (part.isEmpty()) {
                return Integer.MAX_VALUE;
            }
            int count = 0;
            for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
                count++;
            }
            return count;
        }
    }
}
