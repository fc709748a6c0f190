package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar tells what is in it, and everything in it is under a licence that an office may use and pass on. */
class LicencesIT {

    private static final Path JAR = Path.of(System.getProperty("hoso.jar"));
    private static final Path LISTED = Path.of("src/docs/licences.md");

    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "CC0-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MPL-2.0",
            // The text of MIT's licence under the company's name.
            "Bouncy Castle Licence");

    /** A licence of the POM that is not the jar's own, which is read instead. */
    private static final String NOT_IN_THE_JAR = "Broadcom Foundation License";

    /** Libraries of which the jar holds a part instead of all, and their licence where the part does not name it itself. */
    private static final Map<String, Optional<String>> IN_PARTS = Map.ofEntries(
            Map.entry("com.github.ben-manes.caffeine:caffeine", Optional.of("META-INF/LICENSE-caffeine")),
            Map.entry("com.google.zxing:core", Optional.empty()),
            Map.entry("commons-codec:commons-codec", Optional.of("META-INF/NOTICE-commons-codec.txt")),
            Map.entry("io.micrometer:micrometer-core", Optional.of("META-INF/NOTICE-micrometer-core")),
            Map.entry(
                    "org.apache.commons:commons-collections4", Optional.of("META-INF/NOTICE-commons-collections4.txt")),
            Map.entry("org.apache.commons:commons-compress", Optional.of("META-INF/NOTICE-commons-compress.txt")),
            Map.entry("org.apache.commons:commons-lang3", Optional.of("META-INF/NOTICE-commons-lang3.txt")),
            Map.entry("org.apache.commons:commons-math3", Optional.of("META-INF/NOTICE-commons-math3.txt")),
            Map.entry("org.apache.pdfbox:fontbox", Optional.of("META-INF/NOTICE-fontbox")),
            Map.entry("org.apache.pdfbox:pdfbox", Optional.of("META-INF/NOTICE-pdfbox")),
            Map.entry("org.apache.poi:poi", Optional.of("META-INF/NOTICE-poi")),
            Map.entry("org.apache.poi:poi-ooxml", Optional.of("META-INF/NOTICE-poi-ooxml")),
            Map.entry("org.apache.poi:poi-ooxml-lite", Optional.of("META-INF/NOTICE-poi-ooxml-lite")),
            Map.entry("org.apache.tomcat.embed:tomcat-embed-core", Optional.of("META-INF/NOTICE-tomcat-embed-core")),
            Map.entry("org.apache.xmlbeans:xmlbeans", Optional.of("META-INF/NOTICE-xmlbeans.txt")),
            Map.entry("org.bouncycastle:bcprov-jdk18on", Optional.of("META-INF/LICENSE-bcprov.md")),
            Map.entry("org.springframework.data:spring-data-jpa", Optional.of("META-INF/notice-spring-data-jpa.txt")),
            Map.entry(
                    "org.springframework.security:spring-security-config",
                    Optional.of("META-INF/LICENSE-spring-security-config.txt")),
            Map.entry("org.webjars:bootstrap", Optional.empty()));

    @Test
    void everyLibraryInTheJarIsListedWithALicenceThatIsAccepted() throws IOException {
        Map<String, List<String>> licences = new TreeMap<>();
        Set<String> withoutJar = new HashSet<>();
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            ZipEntry list = jar.getEntry("META-INF/sbom/application.cdx.json");
            assertThat(list)
                    .as("the list of contents, which Maven leaves out when told to be offline (-o)")
                    .isNotNull();
            JsonNode contents = JsonMapper.shared().readTree(jar.getInputStream(list));
            for (JsonNode library : contents.get("components")) {
                String name = library.get("name").asString();
                ZipEntry inside = jar.getEntry(
                        "BOOT-INF/lib/" + name + "-" + library.get("version").asString() + ".jar");
                String full = library.get("group").asString() + ":" + name;
                licences.put(full, licences(library, jar, inside));
                // A starter is a list of other libraries, and none itself.
                if (inside == null && !name.startsWith("spring-boot-starter")) {
                    withoutJar.add(full);
                }
            }
            long libraries = jar.stream()
                    .filter(entry -> entry.getName().matches("BOOT-INF/lib/.+\\.jar"))
                    .count();
            assertThat((long) licences.size())
                    .as("libraries in the list and in the jar")
                    .isGreaterThanOrEqualTo(libraries);
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            assertThat(withoutJar).as("held in parts").isEqualTo(IN_PARTS.keySet());
            assertThat(IN_PARTS.values())
                    .allSatisfy(licence -> licence.ifPresent(
                            name -> assertThat(jar.getEntry(name)).as(name).isNotNull()));
        }

        assertThat(licences)
                .hasSizeGreaterThan(50)
                .allSatisfy((library, all) -> assertThat(all).as(library).containsAnyElementsOf(ACCEPTED));
        StringJoiner page = new StringJoiner("\n", "", "\n")
                .add("# Licences of the libraries in the jar")
                .add("")
                .add(
                        "Made from the jar's own list (`META-INF/sbom/application.cdx.json`) and held by `LicencesIT`; where several are named, one of")
                .add("them may be chosen. Tests and tools of the build are not part of the jar.")
                .add("")
                .add("| library | licence |")
                .add("|---|---|");
        licences.forEach((library, all) -> page.add("| %s | %s |".formatted(library, String.join(", ", all))));
        Files.writeString(Path.of("target/licences.md"), page.toString());
        assertThat(page.toString())
                .as("if the new list in target/licences.md is right, it belongs to %s", LISTED)
                .isEqualTo(Files.readString(LISTED));
    }

    private static List<String> licences(JsonNode library, ZipFile jar, ZipEntry inside) throws IOException {
        List<String> named = library.path("licenses")
                .valueStream()
                .map(each -> each.path("license"))
                .map(licence -> licence.path("id").asString(licence.path("name").asString("")))
                .toList();
        if (named.equals(List.of(NOT_IN_THE_JAR))) {
            try (InputStream bytes = jar.getInputStream(inside)) {
                assertThat(text(bytes, "META-INF/LICENSE.txt")).contains("Apache License", "Version 2.0");
            }
            return List.of("Apache-2.0");
        }
        return named;
    }

    private static String text(InputStream jar, String name) throws IOException {
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
