package benchmark.owners;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A pet's visit to the clinic. */
@Entity
@Table(name = "pet_visit")
class Visit {

    @Id
    private Integer id;

    private LocalDate day;

    private String description;
}
