package vn.hoso.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.accounts.AccountService;
import vn.hoso.accounts.UserDraft;
import vn.hoso.database.StartupFailure;
import vn.hoso.figures.DemonstrationReturns;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.maps.UnitMaps;
import vn.hoso.security.Role;
import vn.hoso.shared.Installations;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/**
 * Fills an empty database with the district of the plan, made-up figures and five users before the first page is served. Figures of 2023 add up to
 * the plan's published totals; 2024 ends in September, in which three units have not reported.
 */
@Component
@Profile("demo")
class DemonstrationData implements SmartInitializingSingleton {

    private static final String PASSWORD = "Thu-nghiem-2024";
    private static final YearMonth LAST_CLOSED = YearMonth.of(2024, 8);
    private static final String BORDERS = "tuyphuoc-communes-pre2025";
    private static final String SOURCE =
            "Ranh giới xã, thị trấn trước ngày 01/7/2025, vẽ giản lược. Nguồn: MIT © 2017 Marc Choisy, censusVN2009.";
    private static final String MERGED =
            "Từ ngày 01/7/2025, 13 xã, thị trấn sắp xếp thành 4 xã: các xã mới được vẽ bằng ranh giới của những xã, thị trấn hợp thành.";

    private final Installations installations;
    private final AccountService accounts;
    private final Units units;
    private final UnitMaps maps;
    private final DemonstrationReturns returns;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationData(
            Installations installations,
            AccountService accounts,
            Units units,
            UnitMaps maps,
            DemonstrationReturns returns,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.clock = clock;
        this.installations = installations;
        this.accounts = accounts;
        this.units = units;
        this.maps = maps;
        this.returns = returns;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The last line of a start, for whoever tries the program: where it is and who may sign in. */
    @EventListener
    void ready(ApplicationReadyEvent started) {
        Environment settings = started.getApplicationContext().getEnvironment();
        // On the console alone: passwords have no place in a log.
        System.out.printf(
                "Hồ sơ trực tuyến (dữ liệu minh họa) đã sẵn sàng: http://localhost:%s – đăng nhập bằng %s; mật khẩu %s%n",
                settings.getProperty("local.server.port", settings.getProperty("server.port", "8080")),
                String.join(
                        ", ",
                        jdbc.sql("select username from app_user order by id")
                                .query(String.class)
                                .list()),
                PASSWORD);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (installations.current().demonstration()) {
            return;
        }
        if (!accounts.needsSetUp()) {
            throw new StartupFailure(
                    "Cơ sở dữ liệu này đã có tài khoản và số liệu thật, nên không nạp dữ liệu minh họa vào.",
                    "Bỏ profile demo, hoặc trỏ chương trình tới một cơ sở dữ liệu trống.");
        }
        transaction.executeWithoutResult(status -> fill());
    }

    private void fill() {
        run("world.sql");
        run("one-stop-shops.sql");
        installations.markAsDemonstration();
        Map<String, Long> unitIds =
                units.all(YearMonth.of(2023, 1)).stream().collect(Collectors.toMap(Unit::code, Unit::id));
        maps(unitIds.keySet());
        store("figures-2023.csv", unitIds);
        store("figures-2024.csv", unitIds);
        user("quantri", "Lê Quản Trị", Role.ADMINISTRATOR, Set.of());
        user("vanphong", "Trần Văn Phòng", Role.REVIEWER, Set.of());
        user("chanhvanphong", "Võ Chánh Văn Phòng", Role.REVIEWER, Set.of());
        user("lanhdao", "Nguyễn Lãnh Đạo", Role.LEADER, Set.of());
        user("vanthu", "Hoàng Văn Thư", Role.REPORT_CLERK, Set.of());
        user("dieutri", "Phạm Diêu Trì", Role.UNIT_STAFF, Set.of(unitIds.get("21955")));
    }

    /** A file of statements: whose demonstration it is, its units and its targets; and what its one-stop shops have. */
    private void run(String file) {
        jdbc.sql(new String(shipped(file), StandardCharsets.UTF_8))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The thirteen communes and townships, and from 01/07/2025 the four communes, each drawn as those it was made of. */
    private void maps(Set<String> codes) {
        byte[] borders = shipped(BORDERS + ".geojson");
        String licence = new String(shipped(BORDERS + ".LICENSE.txt"), StandardCharsets.UTF_8);
        maps.keepForDemonstration(borders, "gso_code", codes, LocalDate.of(2021, 1, 1), SOURCE, licence);
        maps.keepForDemonstration(
                borders, "successor_code_2025", codes, LocalDate.of(2025, 7, 1), MERGED + " " + SOURCE, licence);
    }

    private static byte[] shipped(String file) {
        try {
            return new ClassPathResource("db/demo/" + file).getContentAsByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void store(String file, Map<String, Long> unitIds) {
        Map<YearMonth, List<DemonstrationReturns.Row>> months = DemonstrationFile.read(file, unitIds);
        months.forEach((month, rows) -> {
            boolean closed = !month.isAfter(LAST_CLOSED);
            returns.store(month, rows, closed ? ReturnStatus.APPROVED : ReturnStatus.SUBMITTED, closed);
        });
    }

    private void user(String username, String name, Role role, Set<Long> unitIds) {
        accounts.createForDemonstration(new UserDraft(username, name, role, unitIds), PASSWORD);
    }
}
