package vn.hoso.reports.files;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/** Lines end between words only: a fraction such as 10.682/11.212 or a number such as 17/NQ-CP stays in one piece. */
final class FractionLineBreaker implements FSTextBreaker {

    private String text = "";
    private int at;

    @Override
    public void setText(String given) {
        text = given;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return BreakIterator.DONE;
        }
        int space = text.indexOf(' ', at);
        at = space < 0 ? text.length() : space + 1;
        return at;
    }
}
