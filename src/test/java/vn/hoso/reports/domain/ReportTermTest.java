package vn.hoso.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.period.PeriodSpan;

class ReportTermTest {

    @ParameterizedTest
    @CsvSource({
        "2024, năm 2024, 2024-01, 2024-12, 2024",
        "2024-01, tháng 1 năm 2024, 2024-01, 2024-01, 2024-thang-01",
        "2024-12, tháng 12 năm 2024, 2024-12, 2024-12, 2024-thang-12",
        "2024-Q1, quý I năm 2024, 2024-01, 2024-03, 2024-quy-1",
        "2024-Q2, quý II năm 2024, 2024-04, 2024-06, 2024-quy-2",
        "2024-Q4, quý IV năm 2024, 2024-10, 2024-12, 2024-quy-4",
        "2024-6M, 6 tháng đầu năm 2024, 2024-01, 2024-06, 2024-6-thang",
        "2024-9M, 9 tháng đầu năm 2024, 2024-01, 2024-09, 2024-9-thang"
    })
    void isReadFromAnAddressAndWrittenBack(
            String address, String name, YearMonth first, YearMonth last, String plainName) {
        ReportTerm term = ReportTerm.read(address).orElseThrow();

        assertThat(term.address()).isEqualTo(address);
        assertThat(term.name()).isEqualTo(name);
        assertThat(term.first()).isEqualTo(first);
        assertThat(term.last()).isEqualTo(last);
        assertThat(term.plainName()).isEqualTo(plainName);
        assertThat(term.covers(first)).isTrue();
        assertThat(term.covers(last)).isTrue();
        assertThat(term.covers(first.minusMonths(1))).isFalse();
        assertThat(term.covers(last.plusMonths(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "24", "2024-", "2024-00", "2024-13", "2024-Q0", "2024-Q5", "2024-q1", "2024-3M", "2024-1", "٢٠٢٤"
            })
    void isNotReadFromAnythingElse(String address) {
        assertThat(ReportTerm.read(address)).isEmpty();
    }

    @Test
    void aYearHasTwelveMonthsFourQuartersTwoLongerPartsAndItself() {
        assertThat(ReportTerm.of(2024)).hasSize(19).doesNotHaveDuplicates().allMatch(term -> term.year() == 2024);
    }

    @Test
    void endsWhereItsSpanDoes() {
        assertThatThrownBy(() -> new ReportTerm(PeriodSpan.QUARTER, YearMonth.of(2024, 8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportTerm(PeriodSpan.YEAR_TO_DATE, YearMonth.of(2024, 8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
