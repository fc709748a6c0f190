package vn.hoso.targets;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.rates.Indicator;
import vn.hoso.security.CurrentUser;

/** What documents ask of an organisation by its level and the year, from a list that says no more than its sources do. */
@Component
public class TargetProposals {

    private final InstrumentService instruments;
    private final List<Proposal> all;

    TargetProposals(InstrumentService instruments) {
        this.instruments = instruments;
        this.all = read();
    }

    /**
     * A target that a document asks for. What the sources do not say is null or empty: a person fills it in.
     *
     * @param code empty where the sources name the document only
     * @param threshold as {@link StepNotation} reads it
     * @param instruments the documents that ask it, in order
     */
    public record Proposal(
            String key,
            List<OrganisationLevel> levels,
            YearMonth from,
            @Nullable YearMonth until,
            String code,
            String label,
            String clause,
            @Nullable Indicator indicator,
            @Nullable TargetRule rule,
            String threshold,
            @Nullable TargetScope scope,
            List<InstrumentDraft> instruments) {

        public Proposal {
            instruments = List.copyOf(instruments);
        }

        /** Whether a document is known, but not what it asks. */
        public boolean documentOnly() {
            return code.isEmpty();
        }
    }

    /** Those for a level that hold in some month of the year, in the order of the list. */
    public List<Proposal> of(OrganisationLevel level, int year) {
        return all.stream()
                .filter(each -> each.levels().contains(level))
                .filter(each -> each.from().getYear() <= year
                        && (each.until() == null || each.until().getYear() >= year))
                .toList();
    }

    /** The proposal of this key. */
    public Optional<Proposal> find(String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** Adds the documents of a proposal that nobody has added yet. */
    @Transactional
    public void keepDocuments(Proposal proposal, CurrentUser by) {
        List<String> kept =
                instruments.all().stream().map(each -> each.draft().number()).toList();
        proposal.instruments().stream()
                .filter(each -> !kept.contains(each.number()))
                .forEach(each -> instruments.keep(null, null, each, by));
    }

    private static List<Proposal> read() {
        try (Reader text = new InputStreamReader(
                        new ClassPathResource("targets/proposals.csv").getInputStream(), StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(';')
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            return rows.stream().map(TargetProposals::proposal).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Proposal proposal(CSVRecord row) {
        return new Proposal(
                row.get("key"),
                Arrays.stream(row.get("levels").split(" "))
                        .map(OrganisationLevel::valueOf)
                        .toList(),
                YearMonth.parse(row.get("from")),
                text(row, "until").map(YearMonth::parse).orElse(null),
                row.get("code"),
                row.get("label"),
                row.get("clause"),
                text(row, "indicator").flatMap(Indicator::own).orElse(null),
                text(row, "rule").map(TargetRule::valueOf).orElse(null),
                row.get("threshold"),
                text(row, "scope").map(TargetScope::valueOf).orElse(null),
                Stream.of("", "2")
                        .filter(place -> text(row, "number" + place).isPresent())
                        .map(place -> instrument(row, place))
                        .toList());
    }

    private static InstrumentDraft instrument(CSVRecord row, String place) {
        return new InstrumentDraft(
                row.get("number" + place),
                row.get("issuer" + place),
                text(row, "issuedOn" + place).map(LocalDate::parse).orElse(null),
                row.get("title" + place),
                null,
                null);
    }

    private static Optional<String> text(CSVRecord row, String column) {
        return Optional.of(Objects.requireNonNull(row.get(column))).filter(text -> !text.isEmpty());
    }
}
