package vn.hoso.dashboard.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import vn.hoso.audit.UnitNameLookup;
import vn.hoso.organisation.Organisation;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.SampleResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;

/** The sample years behind the dashboards' pages, on 05/10/2024, without a database. */
@TestConfiguration(proxyBeanMethods = false)
@EnableMethodSecurity
class SliceConfiguration {

    static final Organisation TUY_PHUOC = SampleOrganisations.TUY_PHUOC;

    private static final Map<Integer, YearResults> YEARS =
            Map.of(2023, SampleResults.demonstration2023(), 2024, SampleResults.provisional2024());

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

    /** The sample years have few units: none is typed. */
    @Bean
    UnitNameLookup noUnitTyped() {
        return () -> {
            throw new UnsupportedOperationException("no page of the slice asks for the names of all units");
        };
    }

    /** Knows the sample years to date, and no paper. */
    @Bean
    Results sampleResults() {
        Results results = mock(Results.class, call -> {
            throw new UnsupportedOperationException("no page of the slice asks " + call);
        });
        doReturn(new TreeMap<>(YEARS.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), year -> YearMonth.of(year, 9)))))
                .when(results)
                .years();
        doAnswer(call -> year(call.getArgument(0), call.getArgument(1)))
                .when(results)
                .of(any(), any());
        doAnswer(call -> unit(call.getArgument(0), call.getArgument(1), call.getArgument(2)))
                .when(results)
                .unit(anyLong(), any(), any());
        doAnswer(call -> {
                    CurrentUser reader = call.getArgument(2);
                    return year(call.getArgument(0), reader)
                            .map(it -> SampleResults.leader(it, reader.seesAllUnits(), call.getArgument(1)));
                })
                .when(results)
                .overview(any(), any(), any());
        doAnswer(call -> year(call.getArgument(0), call.getArgument(3))
                        .map(it -> SampleResults.gap(it, call.getArgument(2))))
                .when(results)
                .gap(any(), any(), any(), any());
        doReturn(Optional.empty()).when(results).paper(any(), any());
        return results;
    }

    private static Optional<YearResults> year(ResultsRequest asked, CurrentUser reader) {
        return Optional.ofNullable(YEARS.get(asked.year() == null ? 2024 : asked.year()))
                .map(it -> filtered(it, reader));
    }

    private static Optional<UnitResults> unit(long unitId, ResultsRequest asked, CurrentUser reader) {
        return (asked.year() == null || asked.year() == 2024) && reader.maySee(unitId) && unitId <= 23
                ? Optional.of(SampleResults.unit2024(
                        YEARS.get(2024).units().get((int) unitId - 1).scope()))
                : Optional.empty();
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
                all.organisation(),
                all.dataAsOf());
    }
}
