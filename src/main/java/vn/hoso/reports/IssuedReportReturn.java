package vn.hoso.reports;

import jakarta.persistence.Embeddable;
import vn.hoso.figures.CountedReturnQueries.CountedReturn;

/** The revision of a return that an issued report counted. */
@Embeddable
record IssuedReportReturn(long returnId, int version) {

    IssuedReportReturn(CountedReturn counted) {
        this(counted.returnId(), counted.version());
    }
}
