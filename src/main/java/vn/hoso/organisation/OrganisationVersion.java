package vn.hoso.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/** What the organisation is called from a day on, until the next version begins. */
@Entity
class OrganisationVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private LocalDate validFrom;

    @Enumerated(EnumType.STRING)
    private OrganisationLevel level;

    private String levelName;
    private String name;
    private String agency;
    private String superior;
    private String place;
    private String office;
    private String whole;
    private @Nullable String unitsBelow;
    private String letterheadTop;
    private String letterheadBottom;
    private String symbol;
    private String officeSymbol;
    private @Nullable String reportGround;

    @Version
    private int version;

    private String changedByName;
    private Instant changedAt;

    protected OrganisationVersion() {}

    OrganisationVersion(LocalDate validFrom, Organisation words, CurrentUser by, Instant at) {
        this.validFrom = validFrom;
        becomes(words, by, at);
    }

    /** Puts these words in place of what was said before of the same days. */
    final void becomes(Organisation words, CurrentUser by, Instant at) {
        level = words.level();
        levelName = words.levelName();
        name = words.name();
        agency = words.agency();
        superior = words.superior();
        place = words.place();
        office = words.office();
        whole = words.whole();
        unitsBelow = words.unitsBelow();
        letterheadTop = words.letterheadTop();
        letterheadBottom = words.letterheadBottom();
        symbol = words.symbol();
        officeSymbol = words.officeSymbol();
        reportGround = words.reportGround();
        changedByName = by.displayName();
        changedAt = at;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Organisation words() {
        return new Organisation(
                level,
                levelName,
                name,
                agency,
                superior,
                place,
                office,
                whole,
                unitsBelow,
                letterheadTop,
                letterheadBottom,
                symbol,
                officeSymbol,
                reportGround);
    }

    int version() {
        return version;
    }

    /** Who said so last, and when. */
    String changedByName() {
        return changedByName;
    }

    Instant changedAt() {
        return changedAt;
    }
}
