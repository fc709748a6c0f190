package vn.hoso;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    /** The statements since the last reset, in order. */
    public static class Statements {

        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

        void add(String statement) {
            seen.add(statement);
        }

        public void reset() {
            seen.clear();
        }

        public List<String> seen() {
            return List.of(seen.toArray(String[]::new));
        }
    }
}
