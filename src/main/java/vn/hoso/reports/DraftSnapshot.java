package vn.hoso.reports;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportLine.TextSpan;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;

/**
 * A draft as JSON: everything its files are made of, results with their targets and unit names as well as the wording. What
 * is read back equals what was written, down to the decimals of a percentage.
 */
final class DraftSnapshot {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ResultCaveat.class, NamedByItsClass.class)
            .addMixIn(TextSpan.class, WithoutNulls.class)
            .addMixIn(Counts.class, WithoutRareParts.class)
            .addMixIn(Rate.class, WithoutRareParts.class)
            .addMixIn(YearResults.class, WithoutGeography.class)
            .addMixIn(ScopeResults.class, WithoutPast.class)
            .addMixIn(ReportText.class, WithoutFurther.class)
            .addModule(new SimpleModule()
                    .addSerializer(ReportLine.class, new LineSerializer())
                    .addDeserializer(ReportLine.class, new LineDeserializer())
                    .addSerializer(Indicator.class, new IndicatorSerializer())
                    .addDeserializer(Indicator.class, new IndicatorDeserializer()))
            .registerSubtypes(ResultCaveat.class.getPermittedSubclasses())
            .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // What was frozen before returns were counted has no number of them: it reads as none known.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private DraftSnapshot() {}

    /** The several kinds of a caveat are told apart by name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface NamedByItsClass {}

    /** Most pieces are words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    /** Figures are whole numbers of dossiers, except for what was estimated for a divided unit; most offices define no indicators. */
    private abstract static class WithoutRareParts {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Object exact;

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        Object measured;
    }

    /** The program's own indicator is its name; a defined one keeps what it meant when the report was issued. */
    private static final class IndicatorSerializer extends ValueSerializer<Indicator> {

        @Override
        public void serialize(Indicator indicator, JsonGenerator json, SerializationContext context) {
            if (indicator.definition() == null) {
                json.writeString(indicator.name());
            } else {
                json.writePOJO(new DefinedIndicator(indicator.name(), indicator.definition()));
            }
        }
    }

    private record DefinedIndicator(String name, Indicator.Definition definition) {}

    private static final class IndicatorDeserializer extends ValueDeserializer<Indicator> {

        @Override
        public Indicator deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                return Indicator.own(json.getString()).orElseThrow();
            }
            DefinedIndicator defined = context.readValue(json, DefinedIndicator.class);
            return Indicator.defined(defined.name(), defined.definition());
        }
    }

    /** Documents are about units as they reported. */
    private abstract static class WithoutGeography {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Object geography;
    }

    /** Figures are a unit's own. */
    private abstract static class WithoutPast {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Object past;
    }

    /** Most documents have one annex. */
    private abstract static class WithoutFurther {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        Object further;
    }

    /** Words are a text; a line with figures is its pieces. */
    private static final class LineSerializer extends ValueSerializer<ReportLine> {

        @Override
        public void serialize(ReportLine line, JsonGenerator json, SerializationContext context) {
            if (line.equals(ReportLine.of(line.text()))) {
                json.writeString(line.text());
            } else {
                json.writePOJO(line.spans());
            }
        }
    }

    /** What was frozen before figures had names is a text wherever it is. */
    private static final class LineDeserializer extends ValueDeserializer<ReportLine> {

        @Override
        public ReportLine deserialize(JsonParser json, DeserializationContext context) {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? ReportLine.of(json.getString())
                    : new ReportLine(List.of(context.readValue(json, TextSpan[].class)));
        }
    }

    /** A draft, or the letters of one press. */
    static String write(Object draft) {
        return JSON.writeValueAsString(draft);
    }

    static ReportDraft read(String json) {
        return read(json, ReportDraft.class);
    }

    static <T> T read(String json, Class<T> kind) {
        return JSON.readValue(json, kind);
    }

    /** SHA-256 in lower-case hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
