package vn.hoso.organisation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The official list of administrative units since 01/07/2025: 34 provinces and 3,321 communes with their codes (Decision
 * 19/2025/QĐ-TTg, Resolution 30/2026/QH16). Proposed at the set-up, never asked afterwards; read from the program each time,
 * because it is needed once in an installation's life.
 */
@Component
public class OfficialUnits {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    /**
     * A unit of the list.
     *
     * @param code its official code
     * @param name its name with the level: "Tỉnh Gia Lai", "Xã Tuy Phước Đông"
     */
    public record Entry(String code, String name) {

        /** The level as sentences name it: "tỉnh", "đặc khu". */
        public String levelName() {
            return name.substring(0, name.length() - properName().length())
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }

        /** The name without its level: "Gia Lai". */
        public String properName() {
            return LEVELS.stream()
                    .filter(level -> name.toLowerCase(Locale.ROOT).startsWith(level + " "))
                    .findFirst()
                    .map(level -> name.substring(level.length() + 1))
                    .orElse(name);
        }

        private static final List<String> LEVELS = List.of("thành phố", "tỉnh", "phường", "xã", "đặc khu");
    }

    /**
     * What a commune was formed from on 01/07/2025.
     *
     * @param province code of its province
     * @param from names of the former communes that went into it whole
     */
    public record Formation(String province, Entry unit, List<String> from) {}

    /** The communes that were formed of whole former ones; one that got parts of others is left out. */
    public List<Formation> formations() {
        return rows("units-vn-2026.csv").stream()
                .filter(row -> !row.get("formed_from").isBlank()
                        && !row.get("formed_from").contains("("))
                .map(row -> new Formation(
                        row.get("province_code"),
                        entry(row),
                        List.of(row.get("formed_from").split("\\s*,\\s*"))))
                .toList();
    }

    /** The provinces in the order of their codes. */
    public List<Entry> provinces() {
        return read("provinces-vn-2026.csv", "");
    }

    /** The communes of a province in the order of their codes; none for an unknown one. */
    public List<Entry> communes(String provinceCode) {
        return read("units-vn-2026.csv", provinceCode);
    }

    public Optional<Entry> province(String code) {
        return provinces().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public Optional<Entry> commune(String provinceCode, String code) {
        return communes(provinceCode).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    private static List<Entry> read(String file, String province) {
        return rows(file).stream()
                .filter(row -> province.isEmpty() || row.get("province_code").equals(province))
                .map(OfficialUnits::entry)
                .toList();
    }

    private static List<CSVRecord> rows(String file) {
        try (Reader text = new InputStreamReader(
                new ClassPathResource("reference/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Entry entry(CSVRecord row) {
        return new Entry(row.get("code"), row.get("name"));
    }
}
