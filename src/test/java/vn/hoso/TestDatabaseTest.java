package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(TestDatabase.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

    @Test
    void givesEachContextADatabaseOfItsOwn() {
        runner.run(first -> runner.run(second -> {
            JdbcClient here = JdbcClient.create(first.getBean(DataSource.class));
            JdbcClient there = JdbcClient.create(second.getBean(DataSource.class));
            try (Connection owner = first.getBean(CurrentDatabase.class).connectAsOwner()) {
                owner.createStatement().execute("create table only_here (n int)");
            }

            assertThat(tables(here)).containsExactly("only_here");
            assertThat(tables(there)).isEmpty();
        }));
    }

    @Test
    void isPostgres18WithoutSuperuserRights() {
        runner.run(context -> {
            JdbcClient client = JdbcClient.create(context.getBean(DataSource.class));
            assertThat(client.sql("show server_version_num")
                            .query(Integer.class)
                            .single())
                    .isBetween(180000, 189999);
            assertThat(client.sql("select rolsuper from pg_roles where rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        });
    }

    private static List<String> tables(JdbcClient client) {
        return client.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }
}
