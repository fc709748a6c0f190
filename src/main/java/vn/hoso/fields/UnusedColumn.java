package vn.hoso.fields;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A column that an office does not use, as it is kept. */
@Entity
class UnusedColumn {

    @Id
    private String name;

    protected UnusedColumn() {}

    UnusedColumn(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
