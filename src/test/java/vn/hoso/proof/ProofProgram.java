package vn.hoso.proof;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.scheduling.TaskScheduler;
import vn.hoso.HosoApplication;

/**
 * The program as its main class starts it, with the demonstration, a new folder for its database and a mail server; only its clock, its
 * schedule and its connections are watched over. Nothing of the program but its main class is named here.
 */
final class ProofProgram implements AutoCloseable {

    final ProofClock clock;
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HeldSchedule schedule = new HeldSchedule();
    private final AtomicInteger answering = new AtomicInteger();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final ConfigurableApplicationContext context;

    ProofProgram(Path folder, LocalDate firstDay) {
        clock = new ProofClock(firstDay);
        mail.start();
        SpringApplication program = new SpringApplication(HosoApplication.class);
        program.setAdditionalProfiles("demo");
        program.addInitializers(starting -> watch((GenericApplicationContext) starting));
        context = program.run(
                "--server.port=0",
                "--hoso.demonstration-day=",
                "--hoso.data-dir=" + folder,
                "--hoso.notices.to=hop.thu@vanphong.test",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--spring.mail.username=hoso@vanphong.test",
                "--spring.mail.properties.mail.smtp.auth=false",
                "--spring.main.register-shutdown-hook=false");
    }

    private void watch(GenericApplicationContext starting) {
        starting.getBeanFactory().registerSingleton("proofTypes", new ProgramOnly());
        starting.getBeanFactory().addBeanPostProcessor(new Replacing());
        starting.registerBean("taskScheduler", TaskScheduler.class, () -> schedule);
        starting.registerBean("proofRequests", Requests.class, () -> new Requests(answering));
    }

    String origin() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Runs once whatever the program runs by schedule. */
    void runSchedule() {
        schedule.run();
    }

    /** A connection of its own, for who owns the tables. */
    Connection connect() throws SQLException {
        FlywayConnectionDetails owner = context.getBean(FlywayConnectionDetails.class);
        return DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
    }

    void forgetStatements() {
        statements.clear();
    }

    /** The statements that were sent while requests were answered, without those about sessions; waits until the last request is over. */
    List<String> statements() {
        while (answering.get() > 0) {
            Thread.onSpinWait();
        }
        return statements.stream()
                .filter(statement -> !statement.toLowerCase(Locale.ROOT).contains("spring_session"))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        mail.stop();
    }

    /** Leaves out what stands in the class path for tests alone. */
    private static final class ProgramOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProgramOnly;
        }

        @Override
        public int hashCode() {
            return ProgramOnly.class.hashCode();
        }
    }

    private final class Replacing implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Clock) {
                return clock;
            }
            return bean instanceof DataSource source ? counting(source) : bean;
        }

        private DataSource counting(DataSource source) {
            return ProxyDataSourceBuilder.create(source)
                    .afterQuery((execution, queries) -> {
                        if (Thread.currentThread().getName().startsWith("http-nio")) {
                            queries.forEach(query -> statements.add(query.getQuery()));
                        }
                    })
                    .build();
        }
    }

    /** Counts the requests that are being answered. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    private record Requests(AtomicInteger answering) implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            answering.incrementAndGet();
            try {
                chain.doFilter(request, response);
            } finally {
                answering.decrementAndGet();
            }
        }
    }
}
