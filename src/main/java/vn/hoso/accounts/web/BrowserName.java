package vn.hoso.accounts.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The common names of a browser and its system, guessed from the User-Agent header; empty if none is known. */
final class BrowserName {

    /** The first match counts: most browsers also claim to be Chrome or Safari. */
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("coc_coc", "Cốc Cốc");
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    static String of(String introduction) {
        String browser = first(BROWSERS, introduction);
        String system = first(SYSTEMS, introduction);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(Map<String, String> names, String introduction) {
        return names.entrySet().stream()
                .filter(each -> introduction.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
