package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.SheetLayout;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.UserFacingException;

/** Whose answers are kept, for whom they hold, and how they are taken back. All of it is taken back. */
@ProgramTest
@Transactional
class ImportMemoryTest {

    @Autowired
    private MemoryQueries memory;

    @Autowired
    private MemoryService service;

    @PersistenceContext
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    private CurrentUser person(Role role) {
        return jdbc.sql("select id, username, display_name from app_user where role = ? order by id limit 1")
                .param(role.name())
                .query((row, n) -> new CurrentUser(
                        row.getLong("id"), row.getString("username"), row.getString("display_name"), role, Set.of()))
                .single();
    }

    private static ParsedSheet sheet(String title, String upper) {
        TreeMap<Integer, ParsedCell> heading = new TreeMap<>();
        for (int column = 1; column <= 3; column++) {
            heading.put(column, new ParsedCell(upper + column, ParsedCell.Kind.TEXT));
        }
        TreeMap<Integer, ParsedCell> above = new TreeMap<>(Map.of(1, new ParsedCell(title, ParsedCell.Kind.TEXT)));
        return new ParsedSheet("Nội vụ", List.of(new ParsedRow(1, above), new ParsedRow(3, heading)), false);
    }

    @Test
    void saysWhoseASheetIsAndAsksAgainOnceItIsWithdrawn() {
        CurrentUser office = person(Role.REVIEWER);
        CurrentUser staff = person(Role.UNIT_STAFF);
        SheetLayout layout = SheetLayout.chosen(3, 1, Map.of(Measure.DOSSIERS_RECEIVED, 2));
        service.remember(sheet("THÁNG 10/2024", "Cột "), layout, office);
        entities.flush();

        assertThat(memory.layout(sheet("THÁNG 11/2024", "Cột "), staff))
                .map(MemoryQueries.Described::layout)
                .contains(layout);
        assertThat(memory.layout(sheet("LŨY KẾ THÁNG 11/2024", "Cột "), staff)).isEmpty();
        assertThat(memory.layout(sheet("THÁNG 11/2024", "Kỳ trước "), staff)).isEmpty();

        RememberedAnswer kept = memory.layout(sheet("THÁNG 11/2024", "Cột "), staff)
                .orElseThrow()
                .memory();
        assertThat(kept.what()).isEqualTo("Nội vụ");
        assertThat(kept.by()).isEqualTo(office.displayName());
        assertThat(kept.own()).isFalse();
        assertThatThrownBy(() -> service.withdraw(kept.kind(), kept.id(), staff))
                .isInstanceOf(UserFacingException.class);
        assertThat(service.withdraw(kept.kind(), kept.id(), office)).isEqualTo("Nội vụ");
        entities.flush();
        assertThat(memory.layout(sheet("THÁNG 11/2024", "Cột "), staff)).isEmpty();
    }

    @Test
    void saysWhoSaidWhatANameMeans() {
        CurrentUser office = person(Role.REVIEWER);
        CurrentUser staff = person(Role.UNIT_STAFF);
        service.remember("chợ", "Chợ", 2, staff);
        service.remember("chợ", "Chợ", RememberedAnswer.NO_UNIT, staff);
        entities.flush();
        assertThat(memory.names(office)).doesNotContainKey("chợ");
        RememberedAnswer kept = memory.names(staff).get("chợ");
        assertThat(kept.what()).isEqualTo("Chợ");
        assertThat(kept.unitId()).isNull();
        assertThat(kept.own()).isTrue();
        assertThat(service.withdraw(kept.kind(), kept.id(), office)).isEqualTo("Chợ");
        entities.flush();
        assertThat(memory.aliases(staff)).doesNotContainKey("chợ");
    }
}
