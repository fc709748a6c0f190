package vn.hoso.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;

/** Where the figures stand in a sheet that a person once described. */
@Entity
@Table(name = "sheet_layout")
class DescribedSheet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    /** By which it is known again: the hash of its whole heading, the words above it and its tab. */
    private String signature;

    private String sheet;
    private int unitColumn;

    /** The column of each measure that it has, such as {@code dossiersReceived=2,onlineReported=3}. */
    private String columns;

    private long chosenBy;
    private Instant chosenAt;

    protected DescribedSheet() {}

    @SuppressWarnings("NullAway.Init") // describe() follows before it is stored
    DescribedSheet(String signature, String sheet, long chosenBy) {
        this.signature = signature;
        this.sheet = sheet;
        this.chosenBy = chosenBy;
    }

    void describe(int unitsAt, Map<Measure, Integer> figuresAt, Instant at) {
        unitColumn = unitsAt;
        columns = figuresAt.entrySet().stream()
                .map(each -> each.getKey().field() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        chosenAt = at;
    }
}
