package vn.hoso.reports;

import java.time.LocalDate;
import org.springframework.data.repository.Repository;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.domain.ReportPart;

/** The offices' own words. */
interface StoredWordings extends Repository<StoredWording, Long> {

    StoredWording save(StoredWording wording);

    long deleteBySpanAndLastMonthAndPart(PeriodSpan span, LocalDate lastMonth, ReportPart part);

    void flush();
}
