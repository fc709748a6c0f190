package vn.hoso.reports.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.hoso.reports.domain.ReportLine.TextSpan;
import vn.hoso.shared.Formats;

/**
 * A value that sentences print by its name.
 *
 * @param name what stands in braces for it, such as "toan_trinh.ty_le"
 * @param value as sentences print it
 * @param exact the value itself: a number of dossiers, returns or units (Long), a percentage (BigDecimal), a day, a month,
 *     or the words of a period
 * @param meaning what it is
 * @param source where it comes from, in words
 * @param page the page that shows its origin; empty where the reader may not open it
 * @param offered whether a list of figures for authors shows it; others are too many to list, yet can be named
 */
public record ReportNamedFigure(
        String name, String value, Object exact, String meaning, String source, String page, boolean offered) {

    /** What the name of a unit's figure begins with; its number follows. */
    static final String OF_UNIT = "don_vi_";

    /** The value as sentences print it: 10.682 · 95,27% · 31/12/2023 · 09/2024. */
    static String printed(Object exact) {
        if (exact instanceof Long count) {
            return Formats.count(count);
        }
        if (exact instanceof BigDecimal percent) {
            return Formats.percentInProse(percent);
        }
        if (exact instanceof LocalDate day) {
            return Formats.date(day);
        }
        return exact instanceof YearMonth month ? Formats.month(month) : exact.toString();
    }

    /** Whether it is a unit's, and not the whole organisation's. */
    public boolean ofUnit() {
        return name.startsWith(OF_UNIT);
    }

    ReportNamedFigure withoutPage() {
        return new ReportNamedFigure(name, value, exact, meaning, source, "", offered);
    }

    /** Whether a page shows its origin to the reader. */
    public boolean leadsOn() {
        return !page.isEmpty();
    }

    boolean zero() {
        return exact.equals(0L);
    }

    TextSpan span() {
        return new TextSpan(value, false, false, name);
    }

    /** A percentage with all its decimals, as tables print it: 78,00%. */
    TextSpan inTable() {
        return exact instanceof BigDecimal percent
                ? new TextSpan(Formats.percent(percent), false, false, name)
                : span();
    }
}
