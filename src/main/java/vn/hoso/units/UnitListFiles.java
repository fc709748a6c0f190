package vn.hoso.units;

import java.util.List;

/** Reads an uploaded list, such as one of units, by the module that reads files safely. */
@FunctionalInterface
public interface UnitListFiles {

    /**
     * The rows of the file's first sheet that holds something, each with the texts of its cells from the first column on.
     *
     * @param person who brings it
     * @throws vn.hoso.shared.UserFacingException with the reason, if the file cannot be read
     */
    List<List<String>> read(String name, byte[] bytes, long person);
}
