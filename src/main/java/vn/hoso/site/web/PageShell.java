package vn.hoso.site.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.site.AdministratorNotice;

/**
 * What stands around every page.
 *
 * @param menu what stands at its top
 * @param demonstration whether every page must say that its figures are made up
 * @param user who is signed in, null for nobody
 * @param setUp what an administrator still has to set up, null once that is over
 * @param notices what an administrator must see of the program's own state
 * @param here the page's own address, shown again once another language is chosen
 * @param help the address of the guide's chapter about the page
 */
record PageShell(
        Menu menu,
        boolean demonstration,
        @Nullable User user,
        SetUpGuide.@Nullable Guide setUp,
        List<AdministratorNotice.Notice> notices,
        String here,
        String help) {

    /**
     * The program's name and where it leads; whoever has an equal one is shown the same.
     *
     * @param agency whose program it is, null while the database does not answer
     * @param entries where the user may go, empty for nobody
     */
    record Menu(@Nullable String agency, List<Entry> entries) {}

    /**
     * The user signed in.
     *
     * @param name what the pages call them
     * @param roleKey message key of their role
     */
    record User(String name, String roleKey) {}

    /**
     * A navigation entry.
     *
     * @param path where it leads
     * @param labelKey message key of its label
     * @param current whether the page shown belongs to it
     * @param waiting how many things wait there for the user, 0 for none
     */
    record Entry(String path, String labelKey, boolean current, int waiting) {}
}
