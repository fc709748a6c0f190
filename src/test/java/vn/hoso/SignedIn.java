package vn.hoso;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.UserAccessLoader;

/** The people of the demonstration, signed in. */
@TestConfiguration(proxyBeanMethods = false)
public class SignedIn {

    @Bean
    static People people(JdbcClient jdbc, UserAccessLoader people) {
        return new People(jdbc, people);
    }

    public record People(JdbcClient jdbc, UserAccessLoader people) {

        public CurrentUser named(String username) {
            long id = jdbc.sql("select id from app_user where username = ?")
                    .param(username)
                    .query(Long.class)
                    .single();
            return people.byId(id).orElseThrow().user();
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
