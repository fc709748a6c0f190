package vn.hoso.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTextTest {

    @Test
    void keepsNamesThatLookAlikeAsOne() {
        assertThat(UserText.keptName(" Xã \u00a0 Hai\u3000")).isEqualTo("Xã Hai");
        assertThat(UserText.keptName("Xa\u0303 Hai")).isEqualTo("Xã Hai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xã An\u200bNhơn", "\ufeffXã An", "Xã\u00adAn", "Xã \u202eAn", "\u200b"})
    void findsMarksNobodySees(String name) {
        assertThat(UserText.hasInvisible(name)).isTrue();
        assertThat(UserText.hasInvisible("Xã An Nhơn")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, 2026-11-30", "30/11/2026, 2026-11-30", "1/7/2025, 2025-07-01", "1900-01-01, 1900-01-01"})
    void readsDays(String typed, LocalDate day) {
        assertThat(DateInput.read(typed)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "2026-13-40", "2026-02-30", "0001-01-01", "+999999-01-01", "9999-12-31", "1/1/26"})
    void readsNoDayWhereNobodyMeansOne(String typed) {
        assertThat(DateInput.read(typed)).isNull();
    }
}
