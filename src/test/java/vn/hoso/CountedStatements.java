package vn.hoso;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Writes down every SQL statement that goes to the database. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    @Bean
    static Statements statements() {
        return new Statements();
    }

    @Bean
    static BeanPostProcessor countingDataSource(Statements statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataSource source) {
                    return ProxyDataSourceBuilder.create(source)
                            .afterQuery(
                                    (execution, queries) -> queries.forEach(query -> statements.add(query.getQuery())))
                            .build();
                }
                return bean;
            }
        };
    }

    /** The statements since the last reset, in order, of whoever asks: what goes on beside a test in other threads is none of its own. */
    public static class Statements {

        private record Seen(Thread by, String statement) {}

        private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

        void add(String statement) {
            seen.add(new Seen(Thread.currentThread(), statement));
        }

        public void reset() {
            seen.clear();
        }

        public List<String> seen() {
            return Stream.of(seen.toArray(Seen[]::new))
                    .filter(each -> each.by() == Thread.currentThread())
                    .map(Seen::statement)
                    .toList();
        }
    }
}
