package vn.hoso.security;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;

/** Who gets in, and what a browser may do with our pages. What each role may do is declared at the handlers. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String WALL_SECURITY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** The screen on a wall asks for itself with the token in its address: no session, no cookie, no form, no script. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain wall(HttpSecurity http) throws Exception {
        return http.securityMatcher("/wall/*")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                // It changes nothing, so that there is nothing to forge.
                .csrf(CsrfConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(WALL_SECURITY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy(BrowserPolicy.NOTHING_OF_THE_DEVICE))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * Figures for those who watch the program, where they have a port of their own ({@code management.server.port}): it is this
     * computer's or the server's inner network's, and those who ask have no session.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                // Nothing there can be changed.
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    /** What each filter of each request took is of use to nobody who watches the program, and costs a tenth of a page. */
    @Bean
    SecurityObservationSettings withoutFiltersMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ApplicationEventPublisher events,
            UserAccessLoader users,
            @Value("${hoso.security.session-limit}") Duration longestSession,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest)
            throws Exception {
        return http.addFilterAfter(new RefreshUserFilter(users, longestSession), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/assets/**", "/webjars/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(
                                "/login",
                                "/language",
                                "/help",
                                "/help/*",
                                "/links/*",
                                "/error",
                                "/actuator/health",
                                "/livez",
                                "/readyz")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new LoginSuccessHandler())
                        // Always the same answer, and nothing about the reason in the session.
                        .failureHandler((request, response, reason) ->
                                response.sendRedirect(request.getContextPath() + "/login?error")))
                // A session of its own from the sign-in on: a new id, and its age counts from there.
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout")
                        .addLogoutHandler(
                                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE))))
                .addFilterAfter(new AccessDeniedPublisher(events), SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new UploadGate(
                                (int) largestRequest.toMegabytes(),
                                Runtime.getRuntime().maxMemory()),
                        AccessDeniedPublisher.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new ExpiredSession()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(BrowserPolicy.CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(BrowserPolicy.NOTHING_OF_THE_DEVICE))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** Answers are pages, files and JSON: that a library for passkeys reads CBOR is no reason to speak it. */
    @Bean
    ServerHttpMessageConvertersCustomizer noCbor() {
        return answers -> answers.configureMessageConvertersList(
                each -> each.removeIf(JacksonCborHttpMessageConverter.class::isInstance));
    }

    /** No keyboard types a NUL or half a character, no database keeps one: such a request ends before anybody reads it. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(SecurityConfiguration::isText);
        firewall.setAllowedParameterNames(SecurityConfiguration::isText);
        return firewall;
    }

    private static boolean isText(@Nullable String text) {
        return text == null
                || text.codePoints().noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return storedAs(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /** Takes passwords as the program does and keeps hashes of this strength. */
    static PasswordEncoder storedAs(Argon2PasswordEncoder strength) {
        String current = "argon2id";
        return new NormalizingPasswordEncoder(new DelegatingPasswordEncoder(current, Map.of(current, strength)));
    }
}
