package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The files with which a server runs the program: what they promise, as far as it can be read from them without an engine. */
class ServerFilesTest {

    private static final Path INSTALL = Path.of("src/main/install");

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.replicas.yml"})
    void everyContainerIsWatchedLimitedAndWithoutRights(String file) throws IOException {
        services(file).forEach((name, service) -> {
            if (service.containsKey("extends")) {
                return;
            }
            assertThat(service)
                    .as(name)
                    .containsKeys("healthcheck", "mem_limit", "pids_limit", "logging", "restart")
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(service.get("logging").toString()).contains("max-size", "max-file");
            assertThat(String.valueOf(service.get("ports")))
                    .as("published to this computer alone")
                    .matches("null|\\[127\\.0\\.0\\.1:.*]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.replicas.yml"})
    @SuppressWarnings("unchecked")
    void theProgramIsNeitherRootNorTheDatabasesSuperuser(String file) throws IOException {
        String image = Files.readString(Path.of("src/main/docker/Dockerfile"));
        String superuser = environment(services("docker-compose.yml").get("database"))
                .get("POSTGRES_USER")
                .toString();
        services(file).forEach((name, service) -> {
            if (name.startsWith("program")) {
                Map<String, Object> environment = environment(service);
                assertThat(environment.get("SPRING_DATASOURCE_USERNAME"))
                        .isEqualTo("hoso")
                        .isNotEqualTo(superuser);
                assertThat(environment.get("SPRING_FLYWAY_USER")).isEqualTo("hoso_owner");
                assertThat(environment.values().toString()).doesNotContain("POSTGRES_PASSWORD");
                assertThat(image).contains("USER " + service.get("user"));
                assertThat(((Map<String, Object>) service.get("healthcheck"))
                                .get("test")
                                .toString())
                        .contains("/readyz", "\\r\\n\\r\\n");
            }
        });
    }

    @Test
    void twoCopiesShareTheKeyAndTheProxyKnowsBoth() throws IOException {
        Map<String, Map<String, Object>> services = services("docker-compose.replicas.yml");
        assertThat(environment(services.get("program-1"))).isEqualTo(environment(services.get("program-2")));
        assertThat(environment(services.get("program-1"))
                        .get("HOSO_SECURITY_SECOND_FACTOR_KEY")
                        .toString())
                .startsWith("${HOSO_SECOND_FACTOR_KEY:?");
        assertThat(Files.readString(Path.of("src/main/docker/nginx.conf")))
                .contains("server program-1:8080", "server program-2:8080", "X-Forwarded-For $remote_addr;");
    }

    @Test
    void servicesKeepTheirDataWhereTheSystemExpectsThem() throws Exception {
        assertThat(Files.readString(INSTALL.resolve("linux/ho-so-truc-tuyen.service")))
                .contains(
                        "HOSO_DATA_DIR=/var/lib/ho-so-truc-tuyen",
                        "StateDirectory=ho-so-truc-tuyen",
                        "NoNewPrivileges=yes");
        assertThat(List.of(
                        Files.readString(INSTALL.resolve("linux/ho-so-truc-tuyen.service")),
                        Files.readString(INSTALL.resolve("windows/ho-so-truc-tuyen.xml"))))
                .as("an ageing computer starts it with half the work, and it rests in some 310 MB")
                .allMatch(
                        file -> file.contains(
                                "-Xms64m -Xmx512m -XX:NewRatio=6 -XX:MinHeapFreeRatio=15"
                                        + " -XX:MaxHeapFreeRatio=30 -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=96m -XX:+UseSerialGC "));
        assertThat(Files.readString(INSTALL.resolve("linux/install.sh"))).doesNotContainPattern("rm [^\\n]*/var/lib");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(INSTALL.resolve("windows/ho-so-truc-tuyen.xml").toFile())
                        .getDocumentElement()
                        .getTextContent())
                .contains("%ProgramData%\\HoSoTrucTuyen", "LocalService");
        assertThat(Files.readString(INSTALL.resolve("windows/install.cmd")))
                .doesNotContainPattern("(?i)(rmdir|del)[^\\r\\n]*%DATA%")
                .as("the command processor reads no other line ends")
                .doesNotContainPattern("[^\\r]\\n");
        assertThat(Files.readString(Path.of(".github/workflows/release.yml")))
                .contains("src/main/install", "sha256sum", "application.cdx.json");
    }

    private static Map<String, Map<String, Object>> services(String file) throws IOException {
        Map<String, Map<String, Map<String, Object>>> parsed = new Yaml().load(Files.readString(Path.of(file)));
        return parsed.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.get("environment");
    }
}
