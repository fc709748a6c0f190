package vn.hoso.reports.domain;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.hoso.targets.Target;

/** What the names of targets' figures begin with: "chi_tieu.qd2679"; those of the second of one code with "chi_tieu.qd2679_2". */
final class ReportTargetPrefixes {

    private final Map<Long, String> byTarget;

    ReportTargetPrefixes() {
        this(Map.of());
    }

    private ReportTargetPrefixes(Map<Long, String> known) {
        byTarget = new HashMap<>(known);
    }

    ReportTargetPrefixes copy() {
        return new ReportTargetPrefixes(byTarget);
    }

    String of(Target target) {
        String known = byTarget.get(target.id());
        if (known != null) {
            return known;
        }
        String wanted = (target.aspiration() ? "muc_tieu." : "chi_tieu.") + slug(target.code());
        String prefix = wanted;
        for (int same = 2; byTarget.containsValue(prefix); same++) {
            prefix = wanted + "_" + same;
        }
        byTarget.put(target.id(), prefix);
        return prefix;
    }

    /** "QĐ2679" → "qd2679". */
    private static String slug(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "_");
    }
}
