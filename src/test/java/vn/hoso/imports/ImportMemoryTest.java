package vn.hoso.imports;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whose answers are kept, for whom they hold, and how they are taken back. All of it is taken back. */
@ProgramTest
@Transactional
class ImportMemoryTest {

    @Autowired
    private ImportMemory memory;

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
        memory.remember(sheet("THÁNG 10/2024", "Cột "), layout, office);

        assertThat(memory.layout(sheet("THÁNG 11/2024", "Cột "), staff))
                .map(ImportMemory.Described::layout)
                .contains(layout);
        assertThat(memory.layout(sheet("LŨY KẾ THÁNG 11/2024", "Cột "), staff)).isEmpty();
        assertThat(memory.layout(sheet("THÁNG 11/2024", "Kỳ trước "), staff)).isEmpty();

        RememberedAnswer kept = memory.kept(staff).get(0);
        assertThat(kept.what()).isEqualTo("Nội vụ");
        assertThat(kept.by()).isEqualTo(office.displayName());
        assertThat(kept.own()).isFalse();
        assertThat(memory.withdraw(kept.kind(), kept.id(), staff)).isFalse();
        assertThat(memory.withdraw(kept.kind(), kept.id(), office)).isTrue();
        assertThat(memory.layout(sheet("THÁNG 11/2024", "Cột "), staff)).isEmpty();
    }

    @Test
    void saysWhoSaidWhatANameMeans() {
        CurrentUser office = person(Role.REVIEWER);
        CurrentUser staff = person(Role.UNIT_STAFF);
        memory.remember("chợ", "Chợ", ImportMemory.NO_UNIT, staff);
        assertThat(memory.kept(office)).isEmpty();
        RememberedAnswer kept = memory.kept(staff).get(0);
        assertThat(kept.what()).isEqualTo("Chợ");
        assertThat(kept.unitId()).isNull();
        assertThat(kept.own()).isTrue();
        assertThat(memory.withdraw(kept.kind(), kept.id(), office)).isTrue();
        assertThat(memory.aliases(staff)).doesNotContainKey("chợ");
    }
}
