package vn.hoso.security;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in, and what a browser may do with our pages. What each person may do stands on the handlers. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    private static final String CONTENT_SECURITY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
                    + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, ApplicationEventPublisher events) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/assets/**", "/webjars/**", "/favicon.ico")
                                .permitAll()
                                .requestMatchers("/login", "/links/*", "/error", "/actuator/health")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/dashboard"))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("HOSO_SESSION"))
                .addFilterAfter(new RefusalNotice(events), SecurityContextHolderFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new ExpiredSession()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        String current = "argon2id";
        return new NormalizingPasswordEncoder(new DelegatingPasswordEncoder(
                current, Map.of(current, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8())));
    }
}
