package vn.hoso.procedures;

import static vn.hoso.procedures.ServiceClass.folded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** Reads a list of procedures: from a file, and from the lines into which it was put for a form. */
public final class ProcedureList {

    private static final int ROWS_TRIED = 60;
    private static final int CODE = 60;
    private static final int NAME = 1_000;
    private static final int FIELD = 300;
    private static final Pattern CODED = Pattern.compile("[0-9]+\\.[0-9.]+.*");

    private static final Map<String, Set<String>> HEADINGS = Map.of(
            "code", Set.of("ma tthc", "ma thu tuc", "ma thu tuc hanh chinh", "ma so", "ma so tthc", "ma dvc", "ma"),
            "name",
                    Set.of(
                            "ten thu tuc",
                            "ten tthc",
                            "ten thu tuc hanh chinh",
                            "thu tuc",
                            "thu tuc hanh chinh",
                            "ten dich vu cong",
                            "ten dvc"),
            "field", Set.of("linh vuc", "ten linh vuc"),
            "class",
                    Set.of(
                            "muc do",
                            "muc do cung cap",
                            "muc do dvc",
                            "muc do dich vu cong",
                            "muc do dvctt",
                            "loai dvc",
                            "loai dich vu cong"));

    private ProcedureList() {}

    /**
     * A file's list.
     *
     * @param lines its procedures as lines of a form: code, name, field and class, with tabs between them
     * @param sheet where it stands
     * @param unread the other sheets that hold something
     */
    public record Found(String lines, String sheet, List<String> unread) {}

    /** A sheet with the row that heads its list. */
    private record Heading(ParsedSheet sheet, ParsedRow row, Map<String, Integer> columns) {

        List<ParsedRow> rows() {
            return sheet.after(row.number());
        }
    }

    /**
     * The list of a file, on whichever visible sheet it stands.
     *
     * @throws UserFacingException with the place, if there is no heading, more than one list, or a cell that is not understood
     */
    public static Found find(String name, byte[] bytes, long person) {
        List<ParsedSheet> sheets = UploadedFileReader.read(name, bytes, person);
        List<Heading> found = sheets.stream()
                .filter(each -> !each.hiddenTab())
                .flatMap(each -> heading(each).stream())
                .toList();
        // A word of a cover is no heading where another sheet has one of several columns.
        boolean full = found.stream().anyMatch(each -> each.columns().size() > 1);
        List<Heading> lists = found.stream()
                .filter(each -> !full || each.columns().size() > 1)
                .toList();
        if (lists.isEmpty()) {
            throw refused("heading");
        }
        Heading list = lists.get(0);
        if (lists.size() > 1) {
            throw refused("two-lists", list.sheet().name(), lists.get(1).sheet().name());
        }
        return new Found(
                list.rows().stream()
                        .filter(each -> named(list, each))
                        .map(each -> line(list.sheet(), each, list.columns()))
                        .collect(Collectors.joining("\n")),
                list.sheet().name(),
                sheets.stream()
                        .map(ParsedSheet::name)
                        .filter(each -> !each.equals(list.sheet().name()))
                        .toList());
    }

    private static Optional<Heading> heading(ParsedSheet sheet) {
        return sheet.first(ROWS_TRIED).stream()
                .map(row -> new Heading(sheet, row, columns(row)))
                .filter(each -> each.columns().containsKey("name"))
                .findFirst();
    }

    /** Whether a row is a procedure's; one that has a code and no name is not passed over. */
    private static boolean named(Heading list, ParsedRow row) {
        if (!text(row, list.columns().get("name")).isBlank()) {
            return true;
        }
        if (CODED.matcher(code(row, list.columns())).matches()) {
            throw refused("name", list.sheet().name(), String.valueOf(row.number()));
        }
        return false;
    }

    private static UserFacingException refused(String why, String... args) {
        return new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "procedures.refused." + why, args);
    }

    private static Map<String, Integer> columns(ParsedRow row) {
        Map<String, Integer> columns = new HashMap<>();
        row.cells()
                .keySet()
                .forEach(at -> HEADINGS.forEach((column, words) -> {
                    if (words.contains(folded(row.text(at)))) {
                        columns.putIfAbsent(column, at);
                    }
                }));
        return columns;
    }

    private static String line(ParsedSheet sheet, ParsedRow row, Map<String, Integer> columns) {
        Integer classAt = columns.get("class");
        String word = classAt == null ? "" : text(row, classAt);
        if (!word.isEmpty() && ServiceClass.ofWord(word).isEmpty()) {
            throw refused(
                    "class",
                    sheet.name(),
                    String.valueOf(row.number()),
                    Columns.letters(Objects.requireNonNull(classAt)));
        }
        return String.join(
                "\t", code(row, columns), text(row, columns.get("name")), text(row, columns.get("field")), word);
    }

    private static String code(ParsedRow row, Map<String, Integer> columns) {
        Integer column = columns.get("code");
        return column == null ? "" : Procedure.codeIn(row.cell(column)).replaceAll("\\s+", " ");
    }

    private static String text(ParsedRow row, @Nullable Integer column) {
        return column == null ? "" : row.text(column).replaceAll("\\s+", " ");
    }

    /**
     * What lines of a form say.
     *
     * @throws UserFacingException with the line that is not understood
     */
    public static List<Listed> read(String lines) {
        List<Listed> read = new ArrayList<>();
        int number = 0;
        for (String line : lines.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                read.add(listed(line.split("\t", -1), number));
            }
        }
        return read;
    }

    private static Listed listed(String[] cells, int number) {
        String code = cell(cells, 0);
        String name = cell(cells, 1);
        String field = cell(cells, 2);
        String word = cell(cells, 3);
        ServiceClass serviceClass =
                word.isEmpty() ? null : ServiceClass.ofWord(word).orElse(null);
        if (cells.length > 4) {
            throw refused("cells", String.valueOf(number));
        }
        if (code.length() > CODE || name.length() > NAME || field.length() > FIELD) {
            throw refused(
                    "long", String.valueOf(number), Formats.count(CODE), Formats.count(NAME), Formats.count(FIELD));
        }
        if (!UserText.isPlainName(code + name + field)) {
            throw refused("signs", String.valueOf(number));
        }
        if (Procedure.keyOf(name).isEmpty() || !word.isEmpty() && serviceClass == null) {
            throw refused("line", String.valueOf(number));
        }
        return new Listed(code.isEmpty() ? null : code, name, field.isEmpty() ? null : field, serviceClass);
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? UserText.keptName(cells[at]) : "";
    }
}
