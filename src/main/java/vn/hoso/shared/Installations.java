package vn.hoso.shared;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the installation's only row once; it changes only while the program starts. */
@Repository
public class Installations {

    private final EntityManager entities;
    private final AtomicReference<@Nullable Installation> known = new AtomicReference<>();

    Installations(EntityManager entities) {
        this.entities = entities;
    }

    public Installation current() {
        Installation installation = known.get();
        if (installation == null) {
            installation = row().installation;
            known.set(installation);
        }
        return installation;
    }

    /** Marks this database for good as one of made-up figures. */
    @Transactional
    public void markAsDemonstration() {
        Row row = row();
        row.installation = row.installation.asDemonstration();
        known.set(null);
    }

    private Row row() {
        return Objects.requireNonNull(entities.find(Row.class, Row.ONLY));
    }

    /** Where it is stored. */
    @Entity
    @Table(name = "installation")
    static class Row {

        private static final short ONLY = 1;

        @Id
        private short id;

        @Embedded
        private Installation installation;

        protected Row() {}
    }
}
