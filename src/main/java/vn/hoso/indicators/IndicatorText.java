package vn.hoso.indicators;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** What pages say of indicators: of the program's own what the messages say, of a defined one its title and those of its fields. */
public final class IndicatorText {

    private IndicatorText() {}

    /** Its name: headings, choices. */
    public static String name(Indicator indicator, PageMessages messages) {
        return text("indicators.name.", indicator, messages);
    }

    /** Its name on pages about reports. */
    public static String report(Indicator indicator, PageMessages messages) {
        return text("indicators.report.", indicator, messages);
    }

    private static String text(String key, Indicator indicator, PageMessages messages) {
        Indicator.Definition definition = indicator.definition();
        return definition == null ? messages.of(key + indicator) : definition.title();
    }

    /**
     * What a confirmed verdict rests on.
     *
     * @param count the dossiers that count
     */
    public static String evidence(Indicator indicator, long count, PageMessages messages) {
        Indicator.Definition definition = indicator.definition();
        return definition == null
                ? messages.of("indicators.evidence." + indicator, Formats.count(count))
                : messages.of("indicators.defined.evidence", Formats.count(count), definition.title());
    }

    /** What a target measures. */
    public static String definition(Indicator indicator, PageMessages messages) {
        return filled("indicators.definition.", "indicators.defined.definition", " + ", indicator, messages);
    }

    /** How the trace explains the rate. */
    public static String formula(Indicator indicator, PageMessages messages) {
        return filled("indicators.formula.", "indicators.defined.formula", " + ", indicator, messages);
    }

    /** Which cells of a return it adds. */
    public static String cells(Indicator indicator, PageMessages messages) {
        return filled("indicators.cells.", "indicators.defined.cells", ", ", indicator, messages);
    }

    private static String filled(
            String own, String defined, String between, Indicator indicator, PageMessages messages) {
        Indicator.Definition definition = indicator.definition();
        return definition == null
                ? messages.of(own + indicator)
                : messages.of(
                        defined,
                        fields(definition.numerator(), between, messages),
                        fields(definition.denominator(), between, messages));
    }

    private static String fields(List<Indicator.Field> fields, String between, PageMessages messages) {
        return fields.stream().map(each -> "“" + field(each, messages) + "”").collect(Collectors.joining(between));
    }

    /** The words over a field's column. */
    public static String field(Indicator.Field field, PageMessages messages) {
        return Objects.requireNonNullElseGet(field.title(), () -> messages.of("indicators.field." + field.code()));
    }

    /** "1/276 báo cáo có số liệu phí": of figures that a return may lack; else null. */
    public static @Nullable String basis(Indicator indicator, @Nullable Basis basis, PageMessages messages) {
        if (basis == null || !indicator.optional()) {
            return null;
        }
        String share = Formats.count(basis.reported()) + "/" + Formats.count(basis.expected());
        return indicator.definition() == null
                ? messages.of("dashboard.returns-with." + indicator, share)
                : messages.of("indicators.defined.returns", share);
    }
}
