package vn.hoso.shared;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * A list as a form brings it, in its field {@code lines} or as a file in place of that.
 *
 * @param lines its lines; what was typed where a file could not be read
 * @param brought whether they are a file's: these are looked at before anything is done with them
 */
public record ListInput(String lines, boolean brought) {

    /** Reads a file, one line a row. */
    @FunctionalInterface
    public interface Files {

        /** @throws UserFacingException with the reason, if it cannot be read */
        String lines(String name, byte[] bytes);
    }

    /** The list of a form; why its file cannot be read is a problem of its field. */
    public static ListInput of(String typed, @Nullable MultipartFile file, Files files, Errors errors)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return new ListInput(typed, false);
        }
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return new ListInput(files.lines(name, file.getBytes()), true);
        } catch (UserFacingException unreadable) {
            errors.rejectValue("lines", unreadable.messageKey(), unreadable.args(), null);
            return new ListInput(typed, false);
        }
    }

    /** Where nothing else is wrong: a list has lines, and not more than this many; what is said of either names the number. */
    public void check(int most, String empty, String many, Errors errors) {
        if (errors.hasErrors()) {
            return;
        }
        Object[] number = {Formats.count(most)};
        if (lines.isBlank()) {
            errors.rejectValue("lines", empty, number, null);
        } else if (lines.lines().count() > most) {
            errors.rejectValue("lines", many, number, null);
        }
    }

    /** Whether what was asked for is done, and not only looked at. */
    public boolean applies(@Nullable Boolean asked) {
        return Boolean.TRUE.equals(asked) && !brought;
    }
}
