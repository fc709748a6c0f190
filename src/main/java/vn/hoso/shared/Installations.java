package vn.hoso.shared;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the installation's only row once; it changes only while the program starts. */
@Component
public class Installations {

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Installation> known = new AtomicReference<>();

    Installations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Installation current() {
        Installation installation = known.get();
        if (installation == null) {
            installation = jdbc.sql("""
                            select level_name, district_name, province_name, calendar, demonstration from installation
                            """).query(Installation.class).single();
            known.set(installation);
        }
        return installation;
    }

    /** Says once and for all that this database holds made-up figures. */
    public void markAsDemonstration() {
        // By hand: the one row there is, changed once in its life.
        jdbc.sql("update installation set demonstration = true").update();
        known.set(null);
    }
}
