package vn.hoso.dashboard.web;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.hoso.period.PeriodSpan;
import vn.hoso.results.GapResults;
import vn.hoso.results.LeaderQuery;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.PaperResults;
import vn.hoso.results.PeriodRequest;
import vn.hoso.results.SampleResults;
import vn.hoso.results.UnitQuery;
import vn.hoso.results.UnitYear;
import vn.hoso.results.WhatIfAssumption;
import vn.hoso.results.YearResults;
import vn.hoso.results.YearResultsQuery;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Installation;

/** The sample years behind the dashboards' pages, on 05/10/2024, without a database. */
@TestConfiguration(proxyBeanMethods = false)
@EnableMethodSecurity
class SliceConfiguration {

    static final Installation TUY_PHUOC =
            new Installation("huyện", "Tuy Phước", "tỉnh Bình Định", "CALENDAR_MONTHS", true);

    static CurrentUser person(Role role, Long... units) {
        return new CurrentUser(7, "vanphong", "Nguyễn Thị Văn Phòng", role, Set.of(units));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2024-10-05T03:40:00Z"), Formats.ZONE);
    }

    @Bean
    SecurityFilterChain anyoneSignedIn(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/error", "/assets/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'self'")))
                .build();
    }

    @Bean
    YearResultsQuery sampleYears() {
        return new SampleYears();
    }

    @Bean
    UnitQuery sampleUnits(YearResultsQuery years) {
        return (unitId, asked, reader) -> years.unit(unitId, asked.year() == null ? 2024 : asked.year(), reader)
                .map(SampleResults::unit);
    }

    @Bean
    LeaderQuery sampleLeaders(YearResultsQuery years) {
        return new SampleLeaders(years);
    }

    /** Knows the sample years to date, and no paper. */
    record SampleLeaders(YearResultsQuery years) implements LeaderQuery {

        @Override
        public Optional<LeaderResults> overview(PeriodRequest asked, @Nullable Long rest, CurrentUser reader) {
            return year(asked, reader).map(it -> SampleResults.leader(it, reader.seesAllUnits(), rest));
        }

        @Override
        public Optional<GapResults> gap(
                PeriodRequest asked,
                @Nullable Long targetId,
                @Nullable WhatIfAssumption assumption,
                CurrentUser reader) {
            return year(asked, reader).map(it -> SampleResults.gap(it, assumption));
        }

        @Override
        public Optional<PaperResults> paper(PeriodRequest asked, CurrentUser reader) {
            return Optional.empty();
        }

        private Optional<YearResults> year(PeriodRequest asked, CurrentUser reader) {
            return years.of(asked.year() == null ? 2024 : asked.year(), reader);
        }
    }

    static final class SampleYears implements YearResultsQuery {

        private final Map<Integer, YearResults> years =
                Map.of(2023, SampleResults.demonstration2023(), 2024, SampleResults.provisional2024());

        @Override
        public List<Integer> years() {
            return List.of(2023, 2024);
        }

        @Override
        public Optional<YearResults> of(int year, CurrentUser reader) {
            return Optional.ofNullable(years.get(year)).map(it -> filtered(it, reader));
        }

        @Override
        public Optional<YearResults> known(int year, Instant before, CurrentUser reader) {
            return year == 2024 ? of(year, reader) : Optional.empty();
        }

        @Override
        public Optional<UnitYear> knownUnit(long unitId, int year, Instant before, CurrentUser reader) {
            return unit(unitId, year, reader);
        }

        @Override
        public YearResults until(YearMonth to, CurrentUser reader) {
            throw new UnsupportedOperationException("no page of the dashboard asks");
        }

        @Override
        public YearResults corrected(YearMonth to, long correctionId, CurrentUser reader) {
            throw new UnsupportedOperationException("no page of the dashboard asks");
        }

        @Override
        public YearResults part(PeriodSpan span, YearMonth month, CurrentUser reader) {
            throw new UnsupportedOperationException("no page of the dashboard asks");
        }

        @Override
        public YearResults correctedPart(PeriodSpan span, YearMonth month, long correctionId, CurrentUser reader) {
            throw new UnsupportedOperationException("no page of the dashboard asks");
        }

        @Override
        public SortedMap<Integer, @Nullable YearMonth> lastMonths() {
            throw new UnsupportedOperationException("no page of the dashboard asks");
        }

        private static YearResults filtered(YearResults all, CurrentUser reader) {
            return new YearResults(
                    all.period(),
                    all.publication(),
                    all.district(),
                    all.units().stream()
                            .filter(unit -> unit.unitId() != null && reader.maySee(unit.unitId()))
                            .toList(),
                    all.coverage(),
                    all.openItems(),
                    all.provisional(),
                    all.demonstration(),
                    all.dataAsOf());
        }

        @Override
        public Optional<UnitYear> unit(long unitId, int year, CurrentUser reader) {
            return year == 2024 && reader.maySee(unitId) && unitId <= 23
                    ? Optional.of(SampleResults.unit2024(
                            years.get(2024).units().get((int) unitId - 1).scope()))
                    : Optional.empty();
        }
    }
}
