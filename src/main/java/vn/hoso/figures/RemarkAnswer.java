package vn.hoso.figures;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.hoso.figures.domain.ReturnAuthor;

/** What a unit answered to a remark when it submitted again; once, and never changed. */
@Entity
@Table(name = "return_remark_answer")
class RemarkAnswer {

    @Id
    private Long remarkId;

    /** The version of the return that carries the answer. */
    private int version;

    private String text;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "made_by"))
    @AttributeOverride(name = "name", column = @Column(name = "made_by_name"))
    private ReturnAuthor madeBy;

    private Instant madeAt;

    protected RemarkAnswer() {}

    /** An answer by the version with which the return was just submitted again. */
    RemarkAnswer(long remarkId, String text, MonthlyReturn submitted) {
        this.remarkId = remarkId;
        this.text = text;
        version = submitted.version();
        madeBy = submitted.changedBy();
        madeAt = submitted.changedAt();
    }
}
