package vn.hoso.organisation.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.OrganisationLevel;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Day;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/**
 * The organisation's words as typed; their meanings are those of {@link Organisation}.
 *
 * @param from first day on which they hold
 * @param seen the version which the page showed, null if it showed none
 * @param seenDay the day of that version: another day typed is a new name, which corrects nothing
 */
record OrganisationForm(
        @Day(message = "{organisation.problem.from}") String from,

        @Nullable Integer seen,

        String seenDay,

        @NotNull(message = "{organisation.problem.level}") @Nullable
        OrganisationLevel level,

        @PlainText(max = 200, name = true, message = "{organisation.problem.levelName}")
        String levelName,

        @PlainText(max = 200, name = true, message = "{organisation.problem.name}")
        String name,

        @PlainText(max = 200, name = true, message = "{organisation.problem.agency}")
        String agency,

        @PlainText(max = 200, name = true, message = "{organisation.problem.superior}")
        String superior,

        @PlainText(max = 200, name = true, message = "{organisation.problem.place}")
        String place,

        @PlainText(max = 200, name = true, message = "{organisation.problem.office}")
        String office,

        @PlainText(max = 200, name = true, message = "{organisation.problem.whole}")
        String whole,

        @Size(max = 200, message = "{organisation.problem.text}")
        String unitsBelow,

        @PlainText(max = 200, name = true, message = "{organisation.problem.letterheadTop}")
        String letterheadTop,

        @PlainText(max = 200, name = true, message = "{organisation.problem.letterheadBottom}")
        String letterheadBottom,

        @PlainText(max = 20, name = true, message = "{organisation.problem.symbol}")
        String symbol,

        @PlainText(max = 20, name = true, message = "{organisation.problem.officeSymbol}")
        String officeSymbol,

        @Size(max = 500, message = "{organisation.problem.text}")
        String reportGround) {

    /** Fields that were not sent are empty. */
    OrganisationForm {
        from = Objects.requireNonNullElse(from, "");
        seenDay = Objects.requireNonNullElse(seenDay, "");
        levelName = Objects.requireNonNullElse(levelName, "");
        name = Objects.requireNonNullElse(name, "");
        agency = Objects.requireNonNullElse(agency, "");
        superior = Objects.requireNonNullElse(superior, "");
        place = Objects.requireNonNullElse(place, "");
        office = Objects.requireNonNullElse(office, "");
        whole = Objects.requireNonNullElse(whole, "");
        unitsBelow = Objects.requireNonNullElse(unitsBelow, "");
        letterheadTop = Objects.requireNonNullElse(letterheadTop, "");
        letterheadBottom = Objects.requireNonNullElse(letterheadBottom, "");
        symbol = Objects.requireNonNullElse(symbol, "");
        officeSymbol = Objects.requireNonNullElse(officeSymbol, "");
        reportGround = Objects.requireNonNullElse(reportGround, "");
    }

    static OrganisationForm of(@Nullable LocalDate from, @Nullable Integer seen, Organisation words) {
        return new OrganisationForm(
                Objects.toString(from, ""),
                seen,
                Objects.toString(from, ""),
                words.level(),
                words.levelName(),
                words.name(),
                words.agency(),
                words.superior(),
                words.place(),
                words.office(),
                words.whole(),
                Objects.requireNonNullElse(words.unitsBelow(), ""),
                words.letterheadTop(),
                words.letterheadBottom(),
                words.symbol(),
                words.officeSymbol(),
                Objects.requireNonNullElse(words.reportGround(), ""));
    }

    /** The version of the typed day which the person saw, null if they saw none of it. */
    @Nullable
    Integer expectedVersion() {
        return day().toString().equals(seenDay) ? seen : null;
    }

    /** The first day on which they hold; only where there are no errors. */
    LocalDate day() {
        return DateInput.day(from);
    }

    /** The words to keep; only where there are no errors. */
    Organisation words() {
        return new Organisation(
                Objects.requireNonNull(level),
                UserText.kept(levelName),
                UserText.kept(name),
                UserText.kept(agency),
                UserText.kept(superior),
                UserText.kept(place),
                UserText.kept(office),
                UserText.kept(whole),
                optional(unitsBelow),
                UserText.kept(letterheadTop),
                UserText.kept(letterheadBottom),
                UserText.kept(symbol),
                UserText.kept(officeSymbol),
                optional(reportGround));
    }

    private static @Nullable String optional(String typed) {
        String kept = UserText.kept(typed);
        return kept.isEmpty() ? null : kept;
    }
}
