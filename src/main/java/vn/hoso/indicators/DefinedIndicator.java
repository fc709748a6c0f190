package vn.hoso.indicators;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.indicators.IndicatorDraft.Example;
import vn.hoso.indicators.IndicatorService.Kept;
import vn.hoso.security.CurrentUser;

/** An indicator that the administrator defined, as it is stored. */
@Entity
@Table(name = "indicator")
class DefinedIndicator implements Persistable<String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private String code;

    private String name;

    @Column(columnDefinition = "text[]")
    private String[] numerator;

    @Column(columnDefinition = "text[]")
    private String[] denominator;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(examples as text)", write = "cast(? as jsonb)")
    private String examples;

    private int place;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private String changedByName;
    private Instant changedAt;

    @Version
    private int version;

    @Transient
    private boolean added = true;

    protected DefinedIndicator() {}

    DefinedIndicator(IndicatorDraft draft, CurrentUser by, Instant now) {
        code = draft.code();
        becomes(draft, by, now);
    }

    final void becomes(IndicatorDraft draft, CurrentUser by, Instant now) {
        name = draft.name();
        numerator = draft.numerator().toArray(String[]::new);
        denominator = draft.denominator().toArray(String[]::new);
        examples = JSON.writeValueAsString(draft.examples());
        place = draft.place();
        validFrom = draft.from().atDay(1);
        validUntil = draft.until() == null ? null : draft.until().atDay(1);
        changedByName = by.displayName();
        changedAt = now;
    }

    IndicatorDraft draft() {
        return new IndicatorDraft(
                code,
                name,
                List.of(numerator),
                List.of(denominator),
                JSON.readValue(examples, new TypeReference<List<Example>>() {}),
                place,
                YearMonth.from(validFrom),
                validUntil == null ? null : YearMonth.from(validUntil));
    }

    Kept kept(boolean used) {
        return new Kept(draft(), version, used, changedByName, changedAt);
    }

    int version() {
        return version;
    }

    @Override
    public String getId() {
        return code;
    }

    @Override
    public boolean isNew() {
        return added;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        added = false;
    }
}
