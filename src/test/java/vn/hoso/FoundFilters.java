package vn.hoso;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.security.config.BeanIds;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Shows the program's filters to Spring Security's {@code csrf()} and {@code user()} in a way that costs little: they look some of
 * them up for each request, by the name of a method that they find only after going through all methods of the real thing, and
 * that took a sixth of the time of the guards.
 */
@TestConfiguration(proxyBeanMethods = false)
public class FoundFilters {

    @Bean
    static BeanPostProcessor foundFilters(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MockMvc browser) {
                    browser.getDispatcherServlet()
                            .getServletContext()
                            .setAttribute(
                                    BeanIds.SPRING_SECURITY_FILTER_CHAIN,
                                    new Shown(beans.getBean(
                                            BeanIds.SPRING_SECURITY_FILTER_CHAIN, FilterChainProxy.class)));
                }
                return bean;
            }
        };
    }

    /** Public, and a method for each kind of request exactly: then none is searched for. */
    public record Shown(FilterChainProxy program) implements Filter {

        public List<Filter> getFilters(MockHttpServletRequest request) {
            return filters(request);
        }

        public List<Filter> getFilters(MockMultipartHttpServletRequest request) {
            return filters(request);
        }

        private List<Filter> filters(HttpServletRequest request) {
            return program.getFilterChains().stream()
                    .filter(chain -> chain.matches(request))
                    .findFirst()
                    .map(SecurityFilterChain::getFilters)
                    .orElse(List.of());
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
                throws IOException, ServletException {
            program.doFilter(request, response, next);
        }
    }
}
