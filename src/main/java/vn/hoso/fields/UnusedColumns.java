package vn.hoso.fields;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/** The columns of the month's sheet that an office does not use: they stay out of sight while no unit has a figure in them. */
@Service
public class UnusedColumns {

    /** Which columns can be put out of sight: those that no return must have; a pair by the name of its group. */
    public static final List<String> OFFERED = List.of("onlineReported", "payment");

    private static final String ACTION = "columns.folded";
    private static final String FOLDED = "FOLDED";
    private static final String SHOWN = "SHOWN";

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    UnusedColumns(EntityManager entities, JdbcClient jdbc, AuditTrail audit) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Fields and groups that are out of sight, in the order of their names. */
    @Transactional(readOnly = true)
    public Set<String> names() {
        return entities.createQuery("from UnusedColumn", UnusedColumn.class)
                .getResultStream()
                .map(UnusedColumn::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Puts just these columns out of sight.
     *
     * @param names of those that are offered
     * @param seen what was out of sight when the person looked
     * @return whether it was done; not where somebody else decided meanwhile
     */
    @Transactional
    public boolean fold(Set<String> names, Set<String> seen, CurrentUser by) {
        jdbc.sql("lock table unused_column in share row exclusive mode").update();
        Set<String> now = names();
        if (!now.equals(seen)) {
            return false;
        }
        if (now.equals(names)) {
            return true;
        }
        List<Change> changes = new ArrayList<>();
        for (String name : OFFERED) {
            if (now.contains(name) && !names.contains(name)) {
                entities.remove(entities.find(UnusedColumn.class, name));
                changes.add(Change.of(name, FOLDED, SHOWN));
            } else if (!now.contains(name) && names.contains(name)) {
                entities.persist(new UnusedColumn(name));
                changes.add(Change.of(name, SHOWN, FOLDED));
            }
        }
        audit.record(by, TrailEntry.of(ACTION, "", "").changing(changes));
        return true;
    }
}
