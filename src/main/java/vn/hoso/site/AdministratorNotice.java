package vn.hoso.site;

import java.util.Optional;

/** Something about the program itself that its administrators must see on every page until it is over. */
public interface AdministratorNotice {

    /** What to say now, empty for nothing; asked for with every page of an administrator, so that it must cost next to nothing. */
    Optional<Notice> notice();

    /**
     * What is wrong and what to do, in the reader's language.
     *
     * @param path the page that tells more
     */
    record Notice(String text, String path) {}
}
