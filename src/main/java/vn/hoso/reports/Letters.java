package vn.hoso.reports;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.reports.ReportDownloads.ReportDownload;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/** Letters that remind units: kept as they were written, and handed out as files made of what was kept. */
@Service
public class Letters {

    /** So many of the latest are listed. */
    public static final int LISTED = 200;

    private static final String SELECT = """
            select l.id, l.shape, l.subject, l.recipient, l.recipients, l.inputs_sha256, l.written_by_name, l.written_at from letter l
            """;

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    Letters(
            JdbcClient jdbc,
            EntityManager entities,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many letters there are to how many units. */
    public enum Shape {
        /** One letter to one unit. */
        UNIT,
        /** One letter to all of them, with a list. */
        ANNEX,
        /** One letter to each of them. */
        EACH
    }

    /** The kinds of file that a letter is handed out as; letters to each unit only together. */
    public enum Kind {
        DOCX,
        PDF,
        ZIP
    }

    /**
     * One letter of those written together.
     *
     * @param unit the unit it is written to; null where it is written to all of them
     */
    public record Copy(@Nullable String unit, ReportText text) {}

    /**
     * What was written.
     *
     * @param subject what it is about, as typed
     * @param unitIds the units it is written to
     * @param day the day it was written, from which the files have their date of making
     * @param copies the letters, one or one for each unit
     */
    public record Written(Shape shape, String subject, List<Long> unitIds, LocalDate day, List<Copy> copies) {

        /** How many units it is written to. */
        int units() {
            return unitIds.size();
        }
    }

    /**
     * What is frozen of it: enough to make the files, and whom it concerns.
     *
     * @param unitIds the units it is written to; null in a letter that was kept before they were
     */
    record Frozen(
            LocalDate day, List<Copy> copies, @Nullable List<Long> unitIds) {}

    /**
     * A letter that was kept.
     *
     * @param recipient the unit it is written to, null for several
     * @param sha256 of what was frozen of it, in lower-case hexadecimal digits
     */
    public record KeptLetter(
            long id,
            Shape shape,
            String subject,
            @Nullable String recipient,
            int recipients,
            String sha256,
            String writtenByName,
            Instant writtenAt) {}

    /** Keeps what was written, with a line in the trail; answers with its key. */
    @Transactional
    public long keep(Written written, CurrentUser by) {
        StoredLetter letter = new StoredLetter(
                written,
                DraftSnapshot.write(new Frozen(written.day(), written.copies(), written.unitIds())),
                ReturnAuthor.of(by),
                clock.instant());
        entities.persist(letter);
        Copy first = written.copies().get(0);
        audit.record(
                by,
                TrailEntry.of(
                                "letter.kept",
                                String.valueOf(letter.id()),
                                written.subject()
                                        + ", "
                                        + (first.unit() != null && written.units() == 1
                                                ? first.unit()
                                                : written.units() + " đơn vị"))
                        .units(written.unitIds()));
        return letter.id();
    }

    /** The latest letters, the latest first. */
    public List<KeptLetter> findLatest() {
        return list(jdbc.sql(SELECT + " order by l.id desc limit :most").param("most", LISTED));
    }

    /**
     * One letter.
     *
     * @throws UserFacingException with 404 if there is none
     */
    public KeptLetter one(long id) {
        return list(jdbc.sql(SELECT + " where l.id = :id").param("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new UserFacingException(HttpStatus.NOT_FOUND, "reports.letter.not-found"));
    }

    /** The letters that were written together, as they were written. */
    public List<Copy> copies(KeptLetter letter) {
        return frozen(letter).copies();
    }

    /**
     * A file, made in its turn before the transaction of its line begins.
     *
     * @throws UserFacingException with 404 if the letter is not handed out so
     */
    public ReportDownload take(KeptLetter letter, Kind kind, CurrentUser by) {
        if ((letter.shape() == Shape.EACH) != (kind == Kind.ZIP)) {
            throw new UserFacingException(HttpStatus.NOT_FOUND, "reports.letter.not-found");
        }
        Frozen frozen = frozen(letter);
        ReportDownload file = ReportFiles.letter(letter, kind, frozen);
        transactions.executeWithoutResult(status -> audit.record(
                by,
                TrailEntry.of(
                                "letter.downloaded",
                                String.valueOf(letter.id()),
                                file.plainName() + ", " + file.bytes().length + " byte")
                        .units(Objects.requireNonNullElse(frozen.unitIds(), List.of()))));
        return file;
    }

    private Frozen frozen(KeptLetter letter) {
        return DraftSnapshot.read(
                jdbc.sql("select l.inputs from letter l where l.id = :id")
                        .param("id", letter.id())
                        .query(String.class)
                        .single(),
                Frozen.class);
    }

    private static List<KeptLetter> list(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new KeptLetter(
                        row.getLong("id"),
                        Shape.valueOf(row.getString("shape")),
                        row.getString("subject"),
                        row.getString("recipient"),
                        row.getInt("recipients"),
                        row.getString("inputs_sha256"),
                        row.getString("written_by_name"),
                        Rows.instant(row, "written_at")))
                .list();
    }
}
