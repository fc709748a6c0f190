package vn.hoso.extracts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.procedures.Procedure;
import vn.hoso.procedures.ProcedureCatalogue.Lookup;
import vn.hoso.procedures.ServiceClass;

/** Of which class a list's dossiers are, and where the list and the catalogue disagree or say nothing. */
public final class ExtractClasses {

    private final Lookup catalogue;
    private final ListAnswers answers;
    private final Map<String, Optional<Procedure>> procedures = new HashMap<>();
    private final SortedMap<String, Integer> unknownWords = new TreeMap<>();
    private final SortedMap<String, Asked> unknownProcedures = new TreeMap<>();
    private final SortedMap<String, Asked> uncatalogued = new TreeMap<>();
    private final SortedMap<String, Difference> differences = new TreeMap<>();

    ExtractClasses(Lookup catalogue, ListAnswers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    /** A procedure that is asked about, with its dossiers; its class where the list states one. */
    public record Asked(
            @Nullable String code, String name, @Nullable ServiceClass serviceClass, int dossiers) {

        public String key() {
            return code == null ? Procedure.keyOf(name) : code;
        }
    }

    /** A procedure of which the list states another class than the catalogue. */
    public record Difference(String code, String name, ServiceClass own, ServiceClass catalogue, int dossiers) {}

    /** The row's own class, else what a person said of its word, else the catalogue's of the day, else a person's. */
    @Nullable
    ServiceClass of(DossierGroup group) {
        String name = Objects.requireNonNullElse(group.procedureName(), "");
        String code = group.procedureCode();
        LocalDate day = group.receivedOn();
        Procedure procedure = code == null && name.isEmpty()
                ? null
                : procedures
                        .computeIfAbsent(
                                (code == null ? day : code) + "\n" + name,
                                key -> catalogue.find(code, name.isEmpty() ? null : name, day))
                        .orElse(null);
        ServiceClass catalogued = procedure == null ? null : procedure.on(day).orElse(null);
        String word = Objects.requireNonNullElse(group.classWord(), "");
        ServiceClass own = group.serviceClass() == null && !word.isEmpty()
                ? answers.classes().get(word)
                : group.serviceClass();
        if (procedure == null && (code != null || !name.isEmpty())) {
            Asked asked =
                    new Asked(code, name.isEmpty() ? Objects.requireNonNullElse(code, "") : name, own, group.number());
            uncatalogued.merge(asked.key(), asked, ExtractClasses::add);
        }
        if (own != null && procedure != null && catalogued != null && own != catalogued) {
            differences.merge(
                    procedure.code() + own,
                    new Difference(procedure.code(), procedure.name(), own, catalogued, group.number()),
                    (one, other) -> new Difference(
                            one.code(), one.name(), one.own(), one.catalogue(), one.dossiers() + other.dossiers()));
        }
        if (own != null || catalogued != null) {
            return own == null ? catalogued : own;
        }
        if (code == null && name.isEmpty() || !word.isEmpty()) {
            // What was said of rows with nothing at all holds for these alone.
            ServiceClass said = word.isEmpty() ? answers.classes().get("") : null;
            if (said != null) {
                return said;
            }
            unknownWords.merge(word, group.number(), Integer::sum);
            return null;
        }
        Asked asked = new Asked(
                code,
                procedure != null && procedure.code().equals(code)
                        ? procedure.name()
                        : name.isEmpty() ? Objects.requireNonNullElse(code, "") : name,
                null,
                group.number());
        ServiceClass said = answers.procedures().get(asked.key());
        if (said == null) {
            unknownProcedures.merge(asked.key(), asked, ExtractClasses::add);
        }
        return said;
    }

    private static Asked add(Asked one, Asked other) {
        return new Asked(
                one.code(),
                one.name(),
                one.serviceClass() == other.serviceClass() ? one.serviceClass() : null,
                one.dossiers() + other.dossiers());
    }

    /** Words for classes that mean none, with their dossiers. */
    public SortedMap<String, Integer> unknownWords() {
        return unknownWords;
    }

    /** Procedures whose class nobody knows. */
    public List<Asked> unknownProcedures() {
        return List.copyOf(unknownProcedures.values());
    }

    /** Procedures that the catalogue lacks, whose class the list may state. */
    public List<Asked> uncatalogued() {
        return List.copyOf(uncatalogued.values());
    }

    public List<Difference> differences() {
        return List.copyOf(differences.values());
    }

    boolean sure() {
        return unknownWords.isEmpty() && unknownProcedures.isEmpty();
    }
}
