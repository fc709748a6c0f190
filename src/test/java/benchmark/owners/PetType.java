package benchmark.owners;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of pet. */
@Entity
@Table(name = "pet_type")
class PetType {

    @Id
    private Integer id;

    private String name;
}
