package vn.hoso.accounts.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import vn.hoso.accounts.UnitAccountService.Names;

/**
 * The accounts to be made for units as typed, in fields called {@code u<unit>.username}; any other field is ignored.
 *
 * @param rows the names for the units on the page
 * @param ticked the units that get an account
 * @param all whether every unit without an account gets one, whatever is ticked
 * @param q the search whose findings the page shows
 * @param page counted from 1
 */
record UnitAccountForm(Map<Long, Names> rows, Set<Long> ticked, boolean all, String q, int page) {

    private static final Pattern NAME = Pattern.compile("u([0-9]{1,18})\\.(username|displayName|ticked)");
    private static final Pattern PAGE = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST_SEARCH = 120;

    static UnitAccountForm of(MultiValueMap<String, String> fields) {
        Map<Long, Names> rows = new LinkedHashMap<>();
        Set<Long> ticked = new LinkedHashSet<>();
        fields.keySet().forEach(name -> {
            Matcher parts = NAME.matcher(name);
            if (parts.matches()) {
                String row = "u" + parts.group(1) + ".";
                long unit = Long.parseLong(parts.group(1));
                rows.put(unit, new Names(first(fields, row + "username"), first(fields, row + "displayName")));
                if (parts.group(2).equals("ticked")) {
                    ticked.add(unit);
                }
            }
        });
        String search = first(fields, "q").strip();
        String page = first(fields, "page");
        return new UnitAccountForm(
                rows,
                ticked,
                fields.containsKey("all"),
                search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                PAGE.matcher(page).matches() ? Math.max(1, Integer.parseInt(page)) : 1);
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    @AssertTrue(message = "{accounts.units.nothing}")
    public boolean isChosen() {
        return all || !ticked.isEmpty();
    }

    /** The names of the units that get an account. */
    Map<Long, Names> wanted() {
        Map<Long, Names> wanted = new LinkedHashMap<>(rows);
        if (!all) {
            wanted.keySet().retainAll(ticked);
        }
        return wanted;
    }
}
