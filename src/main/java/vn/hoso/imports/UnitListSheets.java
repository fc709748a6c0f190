package vn.hoso.imports;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.UploadedFileReader;
import vn.hoso.units.UnitListFiles;

/** An uploaded list of units, read within the limits of every uploaded sheet. */
@Component
class UnitListSheets implements UnitListFiles {

    /** Code, name, kind and group; what a sheet holds beyond is none of theirs. */
    private static final int COLUMNS = 4;

    @Override
    public List<List<String>> read(String name, byte[] bytes, long person) {
        return UploadedFileReader.read(name, bytes, person).get(0).rows().stream()
                .map(UnitListSheets::texts)
                .toList();
    }

    private static List<String> texts(ParsedRow row) {
        return IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(column -> row.text(column).replaceAll("\\s+", " "))
                .toList();
    }
}
