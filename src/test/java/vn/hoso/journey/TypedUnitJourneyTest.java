package vn.hoso.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of more units than stand in a list is taken by the keyboard alone, with suggestions where the browser runs scripts. */
@JourneyTest
class TypedUnitJourneyTest {

    private static final String TASK = "/follow-ups/new?target=4&month=2024-09";

    @BeforeAll
    static void manyUnits(@Autowired JdbcClient jdbc) {
        jdbc.sql("""
                        with grown as (insert into unit (version) select 0 from generate_series(1, 200) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2022-01-01,)' from grown
                        """).update();
    }

    @Test
    void isTakenFromTheSuggestions(Visitors visitors) {
        Page page = visitors.signedIn("vanphong");
        page.navigate(TASK);
        Locator field = page.locator("#unit");
        Locator options = page.locator("[role=option]");

        field.pressSequentially("xa thu 15");
        assertThat(options).hasCount(10);
        assertThat(field).hasAttribute("aria-expanded", "true");
        Visitors.picture(page, "typed-unit");
        field.press("ArrowDown");
        field.press("ArrowDown");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        assertThat(field.getAttribute("aria-activedescendant"))
                .isEqualTo(options.nth(1).getAttribute("id"));
        field.press("Enter");
        assertThat(field).hasValue("Xã thứ 151 – Q151");
        assertThat(options.first()).isHidden();

        field.fill("diêu tr");
        assertThat(options).hasCount(1);
        field.press("Escape");
        assertThat(options.first()).isHidden();
        assertThat(field).hasValue("diêu tr");
    }

    @Test
    void isAskedForAfterThePressWithoutScripts(Visitors visitors) {
        Page page = visitors.signedInWithoutScripts("vanphong");
        page.navigate(TASK);
        page.locator("#unit").fill("xã thứ 15");
        page.getByLabel("Việc").fill("Hướng dẫn người dân");
        page.getByLabel("Người, đơn vị thực hiện").fill("Bộ phận Một cửa");
        page.locator("main button[type=submit]").click();

        assertThat(page.locator("#unit-problem")).containsText("“xã thứ 15” khớp với 10 đơn vị");
        assertThat(page.getByLabel("Việc")).hasValue("Hướng dẫn người dân");
        page.getByLabel("Đơn vị khớp với chữ đã gõ").selectOption("Xã thứ 157 – Q157");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#unit-problem")).hasCount(0);
        assertThat(page.locator("#unit")).hasValue("Xã thứ 157 – Q157");
    }
}
