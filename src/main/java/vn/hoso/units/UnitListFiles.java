package vn.hoso.units;

import java.util.List;
import java.util.stream.Collectors;

/** Reads an uploaded list, such as one of units, by the module that reads files safely. */
@FunctionalInterface
public interface UnitListFiles {

    /**
     * The rows of the file's one sheet that holds something, each with the texts of its cells from the first column on; which of
     * several holds the list is not guessed.
     *
     * @param person who brings it
     * @throws vn.hoso.shared.UserFacingException with the reason, if the file cannot be read
     */
    List<List<String>> read(String name, byte[] bytes, long person);

    /** The same as it would be pasted: one line a row, its cells with tabs between them. */
    default String lines(String name, byte[] bytes, long person) {
        return read(name, bytes, person).stream()
                .map(cells -> String.join("\t", cells))
                .collect(Collectors.joining("\n"));
    }
}
