package vn.hoso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextTestExecutionListener;
import org.springframework.test.context.transaction.TransactionalTestExecutionListener;
import vn.hoso.security.QuickHashes;

/**
 * The whole program, served on a port of its own, on a real PostgreSQL with the demonstration's figures and people. All such tests share
 * one running program; {@link #world} says which copy of the demonstration's database it works in meanwhile. No class sees
 * what another one wrote, so each may count on exactly the demonstration, in whatever order they run.
 *
 * <p>Of the usual listeners only those that such tests need: looking for mocks walks every bean before and after each test, and
 * the whole program has none.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.jpa.hibernate.ddl-auto=validate",
            "hoso.backup.folder=target/backups",
            "hoso.security.second-factor-key=dGhpcnR5LXR3by1ieXRlcy1mb3ItdGVzdHMtb25seSE="
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("demo")
@Import({
    TestDatabase.class,
    CountedStatements.class,
    FailingStatements.class,
    FoundFilters.class,
    SignedIn.class,
    QuickHashes.class,
    TypedTexts.class
})
@TestExecutionListeners({
    Worlds.class,
    DependencyInjectionTestExecutionListener.class,
    DirtiesContextTestExecutionListener.class,
    TransactionalTestExecutionListener.class
})
public @interface ProgramTest {

    /** A class whose tests write, and do not take it back, needs {@link World#OWN}. */
    World world() default World.SHARED;

    /** Which copy of the demonstration's database a class works in. */
    enum World {

        /** The one of all classes that only read; a class that wrote to it fails. What a test's own transaction takes back counts as unwritten. */
        SHARED,

        /** A fresh one, made for the class in milliseconds and dropped after it. Its tests still share it among themselves. */
        OWN
    }
}
