package vn.hoso;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each class of {@link ProgramTest}s the database it asks for, whichever classes came before it: a copy of the demonstration
 * as it was at the start. Classes that only read share one, and fail if they wrote to it after all.
 */
class Worlds implements TestExecutionListener, Ordered {

    /** The demonstration right after the program's start, once for the JVM. */
    private static @Nullable FreshDatabase template;

    /** The copy for all classes that only read. */
    private static @Nullable FreshDatabase shared;

    /** What the shared copy held before the class at hand. */
    private @Nullable Map<String, String> before;

    /** Where the next program with the demonstration begins. */
    static synchronized FreshDatabase toStartIn() {
        return template == null ? FreshDatabase.empty() : template.copy();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        ProgramTest asked = asked(test);
        if (asked != null) {
            ApplicationContext program = test.getApplicationContext();
            move(program.getBean(CurrentDatabase.class), asked.world());
            program.getBean(CountedStatements.Statements.class).reset();
            before = asked.world() == ProgramTest.World.SHARED ? contents() : null;
        }
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (before != null) {
            Map<String, String> after = contents();
            if (!after.equals(before)) {
                after.entrySet().removeAll(before.entrySet());
                shared = null;
                throw new AssertionError("this class writes: world = OWN ("
                        + test.getTestClass().getName() + " wrote to " + new TreeSet<>(after.keySet()) + ")");
            }
        }
    }

    private static @Nullable ProgramTest asked(TestContext test) {
        var annotation = TestContextAnnotationUtils.findAnnotationDescriptor(test.getTestClass(), ProgramTest.class);
        return annotation == null ? null : annotation.getAnnotation();
    }

    static synchronized void move(CurrentDatabase program, ProgramTest.World world) {
        FreshDatabase left = program.database();
        program.leave();
        if (template == null) {
            template = left;
            template.analyze();
            template.seal();
        }
        if (shared == null) {
            shared = template.copy();
        }
        program.moveTo(world == ProgramTest.World.OWN ? template.copy() : shared);
        if (left != template && left != shared) {
            left.drop();
        }
    }

    /** Sessions come with every request and are known by their own cookie alone; everything else counts. */
    private static Map<String, String> contents() {
        try (Connection owner = shared.connectAsOwner()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            return TableContents.read(jdbc, TableContents.versions(jdbc, table -> !table.startsWith("spring_session")));
        } catch (SQLException e) {
            throw new IllegalStateException("The shared copy cannot be read", e);
        }
    }
}
