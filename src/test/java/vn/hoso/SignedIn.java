package vn.hoso;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoso.security.CurrentUser;

/** The five people of the demonstration, signed in. */
@TestConfiguration(proxyBeanMethods = false)
public class SignedIn {

    @Bean
    static People people(UserDetailsService users) {
        return new People(users);
    }

    public record People(UserDetailsService users) {

        public CurrentUser named(String username) {
            return (CurrentUser) users.loadUserByUsername(username);
        }

        /** The Office's reviewer. */
        public CurrentUser reviewer() {
            return named("vanphong");
        }

        /** Staff of Thị trấn Diêu Trì. */
        public CurrentUser staff() {
            return named("dieutri");
        }

        public RequestPostProcessor as(String username) {
            return user(named(username));
        }
    }
}
