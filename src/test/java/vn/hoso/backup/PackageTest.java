package vn.hoso.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.SpareDatabase;
import vn.hoso.TableContents;
import vn.hoso.audit.ChainReport;
import vn.hoso.security.SecondFactorKey;
import vn.hoso.shared.Sha256;

/** What a package holds comes back row for row, and nothing else is ever put into a database. */
@ProgramTest(world = OWN)
class PackageTest {

    private static final int FLIPPED = 150;
    private static final int CUT = 40;

    @Autowired
    private PackageWriter writer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    @BeforeEach
    void issueAReport() throws Exception {
        if (jdbc.sql("select count(*) from issued_report").query(Integer.class).single() == 0) {
            Element form = Jsoup.parse(browser.perform(get("/reports/2024").with(people.as("vanphong")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .selectFirst("form[action$=/issues]");
            MockHttpServletRequestBuilder press = post("/reports/2024/issues")
                    .with(people.as("vanphong"))
                    .with(SecurityMockMvcRequestPostProcessors.csrf());
            for (Element field : Objects.requireNonNull(form).select("[name]:not([name=_csrf])")) {
                press.param(field.attr("name"), field.val());
            }
            browser.perform(press.param("reason", "Phục vụ họp giao ban")).andExpect(status().isFound());
        }
    }

    @Test
    void whatIsRestoredIsWhatWasRead() throws Exception {
        Path file = folder.resolve("one.zip");
        Manifest manifest = writer.write(file, false, Progress.NONE);
        try (SpareDatabase spare = new SpareDatabase()) {
            Restore.Result result =
                    new Restore(PackageFile.open(file), spare.connections(), clock).run(false, Progress.NONE);
            assertThat(result.rows()).isEqualTo(manifest.rows()).isGreaterThan(1_000);
            assertThat(result.trail()).returns(true, ChainReport::intact);
            Map<String, String> here = TableContents.read(jdbc, TableContents.query(jdbc, PackageTest::compared));
            assertThat(spare.contents(PackageTest::compared)).isEqualTo(here);
            try (Connection owner = spare.connectAsOwner();
                    Statement statement = owner.createStatement();
                    var lines =
                            statement.executeQuery("select action from audit_event order by sequence desc limit 1")) {
                lines.next();
                assertThat(lines.getString(1)).isEqualTo(Restore.ACTION);
                assertThat(schema(JdbcClient.create(new SingleConnectionDataSource(owner, true))))
                        .isEqualTo(schema(jdbc));
            }
        }
    }

    /** A package holds the hashes of passwords, and computers let everybody read new files. */
    @Test
    void nobodyButTheProgramsUserReadsAPackage() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path own = folder.resolve("backups/of the program");
        Path second = folder.resolve("second/disk");
        Path file = own.resolve("hoso-20241007-023000.zip");
        writer.write(file, true, Progress.NONE);
        PackageWriter.copy(file, second);
        assertThat(permissions(own.getParent(), own, second.getParent(), second))
                .containsOnly("rwx------");
        assertThat(permissions(file, second.resolve(file.getFileName()))).containsOnly("rw-------");

        Path before = Files.createFile(own.resolve("hoso-20240930-023000.zip"));
        Path another = Files.createFile(own.resolve("notes.zip"));
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(another, PosixFilePermissions.fromString("rw-r--r--"));
        new Retention("hoso-", 14, "20261130-000000").apply(own);
        assertThat(permissions(before, another)).containsExactly("rw-------", "rw-r--r--");
    }

    /** What a process that was cut off has left must not lend its rights to the next package. */
    @Test
    void whatWasLeftUnfinishedDoesNotOpenTheNextOne() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = folder.resolve("one.zip");
        Path left = Files.createFile(folder.resolve("one.zip" + PackageWriter.UNFINISHED));
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-rw-rw-"));
        writer.write(file, false, Progress.NONE);
        assertThat(permissions(file)).containsOnly("rw-------");
    }

    private static List<String> permissions(Path... places) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path place : places) {
            found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
        }
        return found;
    }

    @Test
    void whatOthersCanReadIsRestoredTheSame() throws Exception {
        Path file = folder.resolve("all.zip");
        writer.write(file, true, Progress.NONE);
        try (ZipFile zip = new ZipFile(file.toFile());
                SpareDatabase spare = new SpareDatabase()) {
            new Restore(PackageFile.open(file), spare.connections(), clock).run(false, Progress.NONE);
            assertThat(spare.contents(PackageTest::compared))
                    .isEqualTo(TableContents.read(jdbc, TableContents.query(jdbc, PackageTest::compared)));
            List<String> documents = new ArrayList<>();
            jdbc.sql("select report_id, kind, sha256, substring(plain_name from '\\.[a-z]+$') from issued_report_file")
                    .query(row -> {
                        documents.add(
                                row.getString(1) + "-" + row.getString(2) + row.getString(4) + " " + row.getString(3));
                    });
            assertThat(documents).hasSize(3);
            for (String document : documents) {
                String[] parts = document.split(" ");
                assertThat(Sha256.of(read(zip, "files/issued_report_file/" + parts[0])))
                        .isEqualTo(parts[1]);
            }
            String sums = new String(read(zip, "SHA256SUMS"), StandardCharsets.UTF_8);
            for (String line : sums.lines().toList()) {
                assertThat(Sha256.of(read(zip, line.substring(66)))).isEqualTo(line.substring(0, 64));
            }
            assertThat(new String(read(zip, "so-lieu-thang.csv"), StandardCharsets.UTF_8))
                    .contains("2024-09;21955;");
            String accounts = new String(read(zip, "csv/app_user.csv"), StandardCharsets.UTF_8);
            assertThat(accounts).contains("vanphong").doesNotContain("argon2", "password_hash");
            assertThat(zip.getEntry("csv/second_factor.csv")).isNull();
            assertThat(new String(read(zip, "data-dictionary.csv"), StandardCharsets.UTF_8))
                    .contains("monthly_return;full_process_received;integer");
        }
    }

    /** A package moves between databases that order texts differently, and is the same from either. */
    @Test
    void aDatabaseThatOrdersTextsDifferentlyTakesThePackageAndWritesTheSame() throws Exception {
        Path file = folder.resolve("one.zip");
        Manifest manifest = writer.write(file, false, Progress.NONE);
        try (SpareDatabase spare = SpareDatabase.ordering("locale_provider builtin builtin_locale 'C'")) {
            Restore.Result result =
                    new Restore(PackageFile.open(file), spare.connections(), clock).run(false, Progress.NONE);
            assertThat(result.rows()).isEqualTo(manifest.rows());
            assertThat(result.database()).isNotEqualTo(manifest.database());
            assertThat(spare.contents(PackageTest::compared))
                    .isEqualTo(TableContents.read(jdbc, TableContents.query(jdbc, PackageTest::compared)));
            Manifest there = new PackageWriter(spare.connections(), SecondFactorKey.of("", folder.toString()), clock)
                    .write(folder.resolve("there.zip"), false, Progress.NONE);
            assertThat(sums(there)).isEqualTo(sums(manifest));
        }
    }

    private static Map<String, String> sums(Manifest manifest) {
        return manifest.tables().stream()
                .filter(table -> compared(table.name()))
                .collect(Collectors.toMap(Manifest.TableContent::name, Manifest.TableContent::sha256));
    }

    /** Packages of before hold texts in the order of the database that wrote them. */
    @Test
    void rowsInAnotherOrderAreTheSameRows() throws Exception {
        Path file = folder.resolve("good.zip");
        writer.write(file, false, Progress.NONE);
        Path turned = folder.resolve("turned.zip");
        String table = "unit_kind";
        UnaryOperator<String> turn =
                rows -> rows.lines().sorted(Comparator.reverseOrder()).collect(Collectors.joining("\n", "", "\n"));
        rewrite(file, folder.resolve("rows.zip"), "tables/" + table + ".copy", turn);
        try (ZipFile zip = new ZipFile(folder.resolve("rows.zip").toFile())) {
            String sum = Sha256.of(read(zip, "tables/" + table + ".copy"));
            rewrite(folder.resolve("rows.zip"), turned, Manifest.ENTRY, json -> json.replace(sumOf(table, json), sum));
        }
        try (SpareDatabase spare = new SpareDatabase()) {
            new Restore(PackageFile.open(turned), spare.connections(), clock).run(false, Progress.NONE);
            assertThat(spare.contents(PackageTest::compared))
                    .isEqualTo(TableContents.read(jdbc, TableContents.query(jdbc, PackageTest::compared)));
        }
    }

    private static String sumOf(String table, String json) {
        return Manifest.read(json.getBytes(StandardCharsets.UTF_8))
                .byName()
                .get(table)
                .sha256();
    }

    /** Nothing of a package is believed before all of it was read; the database beside holds what it held. */
    @Test
    void anAlteredPackageIsRefusedBeforeAnythingIsTouched() throws Exception {
        Path file = folder.resolve("good.zip");
        writer.write(file, false, Progress.NONE);
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(15);
        List<String> taken = new ArrayList<>();
        Path bad = folder.resolve("bad.zip");
        for (int i = 0; i < FLIPPED; i++) {
            byte[] copy = good.clone();
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            refused(bad, copy, "flipped " + i, taken);
        }
        for (int i = 0; i < CUT; i++) {
            refused(bad, Arrays.copyOf(good, random.nextInt(good.length)), "cut " + i, taken);
            refused(bad, Arrays.copyOf(good, good.length + 1 + random.nextInt(100)), "longer " + i, taken);
        }
        assertThat(taken).isEmpty();
    }

    /** Altered by somebody who sealed it again: refused for what it says. */
    @Test
    void aPackageThatWasSealedAgainIsRefusedForWhatItSays() throws Exception {
        Path file = folder.resolve("good.zip");
        writer.write(file, false, Progress.NONE);
        Map<String, UnaryOperator<String>> manifests = new LinkedHashMap<>();
        manifests.put("later format", json -> json.replace("\"format\" : 1", "\"format\" : 2"));
        manifests.put("no format", json -> json.replace("\"format\" : 1", "\"format\" : 0"));
        manifests.put("another program", json -> json.replace("ho-so-truc-tuyen\"", "other\""));
        manifests.put(
                "later schema", json -> json.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"209912312359\""));
        manifests.put("no schema", json -> json.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"x'; drop\""));
        manifests.put("unknown word", json -> json.replaceFirst("\\{", "{ \"more\" : 1,"));
        manifests.put("missing table", json -> json.replace("\"name\" : \"unit_note\"", "\"name\" : \"unit_notes\""));
        manifests.put("hostile table", json -> json.replace("\"name\" : \"unit_note\"", "\"name\" : \"../unit_note\""));
        manifests.put("missing column", json -> json.replaceFirst("\"full_process_received\", ", ""));
        manifests.put("more rows", json -> json.replaceFirst("\"rows\" : 480", "\"rows\" : 481"));
        manifests.put("other sum", json -> json.replaceFirst("\"sha256\" : \"[0-9a-f]{8}", "\"sha256\" : \"00000000"));
        manifests.put("lost sequence", json -> json.replaceFirst("\"[a-z_]+_seq\" : (null|\\d+),", ""));
        manifests.put("negative sequence", json -> json.replaceFirst("(_seq\" : )\\d+", "$1-1"));
        manifests.put("shorter trail", json -> json.replaceFirst("\"length\" : \\d+", "\"length\" : 1"));
        manifests.put("other trail", json -> json.replaceFirst("\"hash\" : \"[0-9a-f]{8}", "\"hash\" : \"00000000"));
        manifests.put("no json", json -> json.substring(1));
        try (SpareDatabase spare = new SpareDatabase()) {
            new Restore(PackageFile.open(file), spare.connections(), clock).run(false, Progress.NONE);
            Map<String, String> before = spare.contents(table -> true);
            Path bad = folder.resolve("bad.zip");
            for (var alteration : manifests.entrySet()) {
                rewrite(file, bad, Manifest.ENTRY, alteration.getValue());
                assertThatThrownBy(() -> new Restore(PackageFile.open(bad), spare.connections(), clock)
                                .run(false, Progress.NONE))
                        .as(alteration.getKey())
                        .isInstanceOf(BackupException.class);
            }
            for (String table : List.of("audit_event", "monthly_return", "app_user")) {
                rewrite(file, bad, "tables/" + table + ".copy", rows -> rows.replaceFirst("20(\\d)", "21$1"));
                assertThatThrownBy(() -> PackageFile.open(bad)).as(table).isInstanceOf(BackupException.class);
            }
            assertThat(spare.contents(table -> true)).isEqualTo(before);
        }
    }

    /** Whoever restores is told that a screen's link opens again, as of accounts that were locked since. */
    @Test
    void aRestoreTellsOfLinksToTheWallThatOpenAgain() throws Exception {
        jdbc.sql("""
                        insert into wall_link (name, token_hash, made_by, made_by_name, made_at)
                        select 'Sảnh', repeat('a', 64), id, display_name, '2026-11-30 18:40:00Z' from app_user where username = 'quantri'
                        """).update();
        Path file = folder.resolve("wall.zip");
        writer.write(file, false, Progress.NONE);
        jdbc.sql("delete from wall_link where name = 'Sảnh'").update();
        try (SpareDatabase spare = new SpareDatabase()) {
            Restore restore = new Restore(PackageFile.open(file), spare.connections(), clock);
            assertThat(restore.run(false, Progress.NONE).people()).isEmpty();
            try (Connection owner = spare.connectAsOwner();
                    Statement statement = owner.createStatement()) {
                statement.execute(
                        "update wall_link set revoked_by = made_by, revoked_by_name = made_by_name, revoked_at = now()");
                statement.execute("update app_user set enabled = false where username = 'dieutri'");
            }
            assertThat(restore.run(false, Progress.NONE).people())
                    .containsEntry(
                            "màn hình treo tường “Sảnh”, tạo lúc 01:40 ngày 01/12/2026",
                            "liên kết đã thu hồi → liên kết dùng được")
                    .hasEntrySatisfying("dieutri", now -> assertThat(now).contains("đã khóa", " → ", "đang dùng"))
                    .hasSize(2);
        }
    }

    /** Wherever it stops, the database holds what it held. */
    @Test
    void aRestoreThatStopsHalfWayChangesNothing() throws Exception {
        Path file = folder.resolve("good.zip");
        writer.write(file, false, Progress.NONE);
        PackageFile source = PackageFile.open(file);
        try (SpareDatabase spare = new SpareDatabase()) {
            int[] steps = {0};
            new Restore(source, spare.connections(), clock).run(false, (done, all) -> steps[0] = all);
            try (Connection owner = spare.connectAsOwner();
                    Statement statement = owner.createStatement()) {
                statement.execute("update installation set in_use_since = '2026-11-01'");
            }
            Map<String, String> before = spare.contents(table -> true);
            for (int n = 1; n <= steps[0]; n += 9) {
                int at = n;
                boolean cut = n % 2 == 0;
                assertThatThrownBy(() -> new Restore(source, spare.connections(), clock).run(false, (done, all) -> {
                            if (done == at && cut) {
                                spare.cut();
                            } else if (done == at) {
                                throw new IllegalStateException("stopped");
                            }
                        }))
                        .as("step %s", n)
                        .isInstanceOf(BackupException.class);
                assertThat(spare.contents(table -> true)).as("step %s", n).isEqualTo(before);
            }
        }
    }

    /** The way of the nightly trial: a server of its own, gone afterwards. */
    @Test
    void aPackageIsProvedInAPostgresOfItsOwn() throws Exception {
        Path file = folder.resolve("good.zip");
        Manifest manifest = writer.write(file, false, Progress.NONE);
        Path place = Files.createDirectories(folder.resolve("place"));
        Path binaries =
                Files.createDirectories(Path.of("target", "postgresql-binaries").toAbsolutePath());
        Files.createSymbolicLink(place.resolve("binaries"), binaries);
        Drill.Result result = new Drill(PackageFile.open(file), clock).run(place, Progress.NONE);
        assertThat(result.restored().rows()).isEqualTo(manifest.rows());
        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).containsExactly(place.resolve("binaries"));
        }
    }

    @Test
    void everyTableIsEitherInThePackageOrLeftOutByName() throws SQLException {
        assertThat(new TreeSet<>(TableContents.tables(jdbc))).containsAll(Catalogue.LEFT_OUT);
        assertThat(Catalogue.of(jdbc).tables())
                .allSatisfy(table -> assertThat(table.key()).isNotEmpty());
    }

    private static boolean compared(String table) {
        return !Catalogue.LEFT_OUT.contains(table) && !table.startsWith("audit_");
    }

    private static void refused(Path bad, byte[] bytes, String how, List<String> taken) throws IOException {
        Files.write(bad, bytes);
        try {
            PackageFile.open(bad);
            taken.add(how);
        } catch (BackupException asItShould) {
            assertThat(asItShould.getMessage()).contains("không dùng được");
        }
    }

    private static byte[] read(ZipFile zip, String entry) throws IOException {
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(entry), entry))) {
            return in.readAllBytes();
        }
    }

    private static void rewrite(Path from, Path to, String entry, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream copy = new ZipOutputStream(out)) {
            copy.setComment(Seal.BLANK);
            for (ZipEntry each : zip.stream().toList()) {
                byte[] bytes = read(zip, each.getName());
                if (each.getName().equals(entry)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                copy.putNextEntry(new ZipEntry(each.getName()));
                copy.write(bytes);
            }
        }
        Files.write(to, out.toByteArray());
        Seal.put(to);
    }

    /** Triggers, functions and rights, as the catalogue has them. */
    private static final String SCHEMA = """
            select t.tgrelid::regclass || '.' || t.tgname as name, t.tgenabled::text || pg_get_triggerdef(t.oid) as text
            from pg_trigger t where not t.tgisinternal
            union all select p.oid::regprocedure::text, pg_get_functiondef(p.oid) from pg_proc p
                where p.pronamespace = current_schema()::regnamespace
            union all select c.relname, coalesce(c.relacl::text, '') || pg_get_userbyid(c.relowner) from pg_class c
                where c.relnamespace = current_schema()::regnamespace
            """;

    private static Map<String, String> schema(JdbcClient of) {
        Map<String, String> schema = new TreeMap<>();
        of.sql(SCHEMA).query(row -> {
            schema.put(row.getString(1), row.getString(2));
        });
        assertThat(schema).hasSizeGreaterThan(100);
        return schema;
    }
}
