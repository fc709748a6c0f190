package vn.hoso.units;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit: its own number, and how often it was changed, so that two editors do not overwrite each other. */
@Entity
@Table(name = "unit")
class StoredUnit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int version;

    private @Nullable String contactName;

    private @Nullable String contactPhone;

    long id() {
        return Objects.requireNonNull(id);
    }

    ContactPerson contact() {
        return new ContactPerson(contactName, contactPhone);
    }

    void isReachedBy(ContactPerson contact) {
        contactName = contact.name();
        contactPhone = contact.phone();
    }

    /** Counts a change, so that whoever saw the unit before it is told. */
    void changed() {
        version++;
    }
}
