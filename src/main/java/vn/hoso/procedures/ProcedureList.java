package vn.hoso.procedures;

import static vn.hoso.procedures.ServiceClass.folded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.shared.UserFacingException;
import vn.hoso.shared.UserText;

/** Reads a list of procedures: from a file, and from the lines into which it was put for a form. */
public final class ProcedureList {

    private static final int ROWS_TRIED = 60;
    private static final int CODE = 60;
    private static final int NAME = 1_000;
    private static final int FIELD = 300;

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
     * The procedures of a file as lines of a form: code, name, field and class, with tabs between them.
     *
     * @throws UserFacingException with the place, if there is no heading or a cell is not understood
     */
    public static String lines(String name, byte[] bytes, long person) {
        for (ParsedSheet sheet : UploadedFileReader.read(name, bytes, person)) {
            for (ParsedRow row : sheet.first(ROWS_TRIED)) {
                Map<String, Integer> columns = columns(row);
                if (columns.containsKey("name")) {
                    return sheet.after(row.number()).stream()
                            .filter(each -> !each.text(columns.get("name")).isEmpty())
                            .map(each -> line(sheet, each, columns))
                            .collect(Collectors.joining("\n"));
                }
            }
        }
        throw new UserFacingException(HttpStatus.UNPROCESSABLE_CONTENT, "procedures.refused.heading");
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
            throw new UserFacingException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "procedures.refused.class",
                    sheet.name(),
                    String.valueOf(row.number()),
                    Columns.letters(Objects.requireNonNull(classAt)));
        }
        return String.join(
                "\t",
                columns.containsKey("code")
                        ? Procedure.codeIn(row.cell(columns.get("code"))).replaceAll("\\s+", " ")
                        : "",
                text(row, columns.get("name")),
                text(row, columns.get("field")),
                word);
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
        boolean sound = cells.length <= 4
                && !name.isEmpty()
                && name.length() <= NAME
                && code.length() <= CODE
                && field.length() <= FIELD
                && UserText.isPlainName(code + name + field)
                && (word.isEmpty() || serviceClass != null)
                && !Procedure.keyOf(name).isEmpty();
        if (!sound) {
            throw new UserFacingException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "procedures.refused.line", String.valueOf(number));
        }
        return new Listed(code.isEmpty() ? null : code, name, field.isEmpty() ? null : field, serviceClass);
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? UserText.keptName(cells[at]) : "";
    }
}
