package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import vn.hoso.SignedIn.People;
import vn.hoso.period.PeriodSpan;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsRequest;

/** One test class after the other, as JUnit would run them. */
class WorldsTest {

    private static final ResultsRequest SEPTEMBER = new ResultsRequest(2024, PeriodSpan.YEAR_TO_DATE, 9);

    /** The program as a test class has it. */
    private abstract static class Program {

        @Autowired
        private JdbcClient jdbc;

        @Autowired
        private Results results;

        @Autowired
        private People people;

        void addOneDossier() {
            jdbc.sql("update monthly_return set dossiers_received = dossiers_received + 1"
                            + " where unit_id = 2 and month = '2024-09-01'")
                    .update();
        }

        long dossiers() {
            return results.overview(SEPTEMBER, null, people.reviewer())
                    .orElseThrow()
                    .results()
                    .district()
                    .counts()
                    .dossiersReceived();
        }
    }

    @ProgramTest
    static class Reader extends Program {}

    @ProgramTest(world = ProgramTest.World.OWN)
    static class Writer extends Program {}

    private static <T> T during(Class<? extends Program> test, Function<Program, T> doing) throws Exception {
        TestContextManager manager = new TestContextManager(test);
        manager.beforeTestClass();
        Program instance = test.getDeclaredConstructor().newInstance();
        manager.prepareTestInstance(instance);
        T done = doing.apply(instance);
        manager.afterTestClass();
        return done;
    }

    private static Long readAndWrite(Program program) {
        long before = program.dossiers();
        program.addOneDossier();
        assertThat(program.dossiers()).isEqualTo(before + 1);
        return before;
    }

    @Test
    void eachClassFindsTheDemonstrationAsItWasAtTheStart() throws Exception {
        long first = during(Writer.class, WorldsTest::readAndWrite);
        assertThat(during(Writer.class, WorldsTest::readAndWrite)).isEqualTo(first);
        assertThat(during(Reader.class, Program::dossiers)).isEqualTo(first);
    }

    @Test
    void aClassThatSaidToReadAndWroteFailsAndTheNextOneReadsWhatWasThere() throws Exception {
        long first = during(Reader.class, Program::dossiers);
        assertThatThrownBy(() -> during(Reader.class, WorldsTest::readAndWrite))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("this class writes: world = OWN")
                .hasMessageContaining("[monthly_return, results_revision]");
        assertThat(during(Reader.class, Program::dossiers)).isEqualTo(first);
    }
}
