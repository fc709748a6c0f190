package vn.hoso.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The way of monthly figures: typed, checked, submitted, sent back, approved, locked, reopened, corrected, explained. */
final class Figures {

    private static final String OFFICE = "vanphong";
    private static final String OTHER_OFFICE = "chanhvanphong";
    private static final String UNIT = "dieutri";
    private static final String SEPTEMBER = "/figures/2024-09";
    private static final String AUGUST = "/figures/2024-08";

    private Figures() {}

    /** September comes to its end: the missing units, one sent back, all approved, the month locked and reopened. */
    static void finishSeptember(Stage stage) {
        stage.post(OFFICE, 422, SEPTEMBER + "/returns", "unit", "2:1", "remark", "");
        stage.post(
                OFFICE,
                302,
                SEPTEMBER + "/returns",
                "unit",
                "2:1",
                "remark",
                "Tổng số chưa khớp sổ",
                "cell.dossiersReceived",
                "Xem lại ô này");
        stage.form(UNIT, 422, SEPTEMBER, SEPTEMBER, "u2.dossiersReceived", "x", "u2.fullProcessOnline", "999999");
        stage.form(
                UNIT,
                422,
                SEPTEMBER,
                SEPTEMBER,
                "u2.partialReceived",
                "-1",
                "u2.partialOnline",
                "1,5",
                "u2.payable",
                "3");
        stage.form(UNIT, 302, SEPTEMBER, SEPTEMBER, "u2.dossiersReceived", "260");
        Form check = Form.on(stage.open(UNIT, SEPTEMBER), SEPTEMBER).type("u2.dossiersReceived", "900");
        stage.send(UNIT, 200, SEPTEMBER + "/checks", check.fields);
        stage.form(UNIT, 422, SEPTEMBER, SEPTEMBER + "/submissions");
        Form answers = Form.on(stage.open(UNIT, SEPTEMBER), SEPTEMBER + "/submissions");
        answers.fields.replaceAll((name, values) -> name.equals("unit") ? values : List.of("Đã đối chiếu sổ"));
        stage.send(UNIT, 302, answers.action, answers.fields);
        missingUnits(stage);
        stage.post(OFFICE, 409, SEPTEMBER + "/submissions", "unit", "999:1");
        stage.form(OFFICE, 302, SEPTEMBER, SEPTEMBER + "/submissions", "all", "all");
        stage.post(OFFICE, 422, SEPTEMBER + "/approvals");
        approveAll(stage, OFFICE, "2024-09");
        stage.post(OFFICE, 409, SEPTEMBER + "/lock", "missing", "17");
        approveAll(stage, OTHER_OFFICE, "2024-09");
        stage.form(OFFICE, 302, SEPTEMBER + "/review", SEPTEMBER + "/lock");
        stage.post(OFFICE, 409, SEPTEMBER + "/approvals", "approve", "2:1");
        stage.post(OFFICE, 422, SEPTEMBER + "/reopening", "reason", "", "until", "hôm qua");
        stage.form(
                OFFICE,
                302,
                SEPTEMBER + "/review",
                SEPTEMBER + "/reopening",
                "reason",
                "Sửa số liệu",
                "until",
                "2024-10-10");
    }

    /** The units without figures, one with a table that does not apply; two people at the same row. */
    private static void missingUnits(Stage stage) {
        List<String> missing = new ArrayList<>();
        for (var field : stage.open(OFFICE, SEPTEMBER).select("input[name$=.dossiersReceived]")) {
            if (field.val().isEmpty()) {
                missing.add(field.attr("name").split("\\.")[0]);
            }
        }
        String first = missing.get(0);
        Form behind =
                Form.on(stage.open(OTHER_OFFICE, SEPTEMBER), SEPTEMBER).type(first + ".note", "Ít hồ sơ do nghỉ lễ");
        stage.form(OFFICE, 422, SEPTEMBER, SEPTEMBER, first + ".dossiersReceived", "9", "row", first.substring(1));
        stage.form(
                OFFICE,
                302,
                SEPTEMBER,
                SEPTEMBER,
                first + ".fullProcessReceived",
                "12",
                first + ".fullProcessOnline",
                "11",
                first + ".partialReceived",
                "30",
                first + ".partialOnline",
                "20",
                first + ".dossiersReceived",
                "80",
                first + ".note",
                "Ít hồ sơ do nghỉ lễ",
                "row",
                first.substring(1));
        behind.type(first + ".dossiersReceived", "85").type(first + ".fullProcessReceived", "13");
        Answer conflict = stage.send(OTHER_OFFICE, 409, SEPTEMBER, behind.fields);
        Form chosen = Form.on(conflict.page(), SEPTEMBER).type(first + ".choice", "stored");
        stage.send(OTHER_OFFICE, 302, SEPTEMBER, chosen.fields);
        for (String each : missing.subList(1, missing.size())) {
            stage.form(
                    OTHER_OFFICE,
                    302,
                    SEPTEMBER,
                    SEPTEMBER,
                    each + ".fullProcessReceived",
                    "x",
                    each + ".fullProcessOnline",
                    "x",
                    each + ".partialReceived",
                    "1.234",
                    each + ".partialOnline",
                    "0",
                    each + ".dossiersReceived",
                    "2.000",
                    each + ".payable",
                    "10",
                    each + ".paidOnline",
                    "7",
                    each + ".note",
                    "Chưa phát sinh “toàn trình”");
        }
    }

    /** Approves whatever this reviewer may, page by page. */
    static void approveAll(Stage stage, String who, String month) {
        String address = "/figures/" + month;
        var boxes = stage.open(who, address + "/review").select("input[name=approve]");
        List<String> fields = new ArrayList<>();
        boxes.forEach(box -> fields.addAll(List.of("approve", box.val())));
        if (!fields.isEmpty()) {
            stage.post(who, 302, address + "/approvals", fields.toArray(String[]::new));
        }
    }

    /** Corrections of a locked month: one refused, one withdrawn, one approved. */
    static void correctAugust(Stage stage) {
        String page = AUGUST + "/2/corrections";
        stage.form(
                OFFICE,
                302,
                AUGUST + "/review",
                AUGUST + "/reopening",
                "reason",
                "Đối chiếu sổ",
                "until",
                "2024-10-31");
        stage.form(UNIT, 422, page, page, "dossiersReceived", "", "reason", "");
        stage.form(UNIT, 422, page, page, "dossiersReceived", "1", "reason", "Đối chiếu");
        propose(stage, UNIT, page, "300", "Đối chiếu lại sổ tiếp nhận");
        stage.form(OFFICE, 302, page, page + "/\\d+/refusal", "remark", "Chưa đúng sổ");
        propose(stage, UNIT, page, "310", "Đối chiếu lại lần hai");
        stage.form(UNIT, 302, page, page + "/\\d+/withdrawal", "remark", "Nhập nhầm");
        propose(stage, UNIT, page, "290", "Bỏ sót hồ sơ ngày 30");
        String correction = stage.open(OFFICE, page)
                .select("a[href^=/reports/2024/corrections/]")
                .attr("href");
        if (!correction.isEmpty()) {
            stage.correction = correction;
            stage.form(OFFICE, 302, correction, page + "/\\d+/approval");
        }
    }

    /** Another correction that waits for its decision. */
    static void leaveOneWaiting(Stage stage) {
        String july = "/figures/2024-07";
        stage.form(OFFICE, 302, july + "/review", july + "/reopening", "reason", "Đối chiếu sổ", "until", "2025-12-31");
        propose(stage, UNIT, "/figures/2024-07/2/corrections", "280", "Cộng nhầm hai ngày");
    }

    private static void propose(Stage stage, String who, String page, String dossiers, String reason) {
        stage.form(who, 302, page, page, "dossiersReceived", dossiers, "reason", reason);
    }

    static void explain(Stage stage) {
        String page = AUGUST + "/2/notes";
        stage.form(UNIT, 422, page, page, "text", " ");
        stage.form(UNIT, 302, page, page, "kind", "EVENT", "text", "Mất điện hai ngày", "forReport", "true");
        stage.form(UNIT, 302, page, page, "kind", "EXPLANATION", "text", "Thiết bị hỏng,\nsửa một tuần");
        String changing =
                stage.open(UNIT, page).select("a[href*=note=]").attr("href").replaceAll("#.*", "");
        Form behind = Form.on(stage.open(OFFICE, changing), page).type("text", "Văn phòng ghi thêm");
        stage.form(UNIT, 302, changing, page, "text", "Mất điện ba ngày", "forReport", "true");
        stage.send(OFFICE, 409, page, behind.fields);
        stage.form(OFFICE, 302, page, page + "/\\d+/withdrawal");
        stage.form(
                OFFICE,
                302,
                SEPTEMBER + "/3/notes",
                SEPTEMBER + "/3/notes",
                "kind",
                "OTHER",
                "text",
                "Đơn vị chuyển trụ sở",
                "forReport",
                "true");
    }

    static void remind(Stage stage, String month) {
        String page = "/figures/" + month + "/reminders";
        stage.form(OFFICE, 422, page, page + "/2/contact", "email", "không phải thư");
        stage.form(OFFICE, 302, page, page + "/2/contact", "email", "mot.cua@dieutri.test");
        stage.form(OFFICE, 302, page, page + "/3/contact", "email", "mot.cua@phuocthang.test");
        stage.form(OFFICE, 302, page, page + "/2/letter");
        stage.letters();
    }

    /** A month of all units, typed through the grid at once, submitted, approved and locked. */
    static void wholeMonth(Stage stage, String month, int step) {
        String page = "/figures/" + month;
        Form grid = Form.on(stage.open(OFFICE, page), page);
        int row = 0;
        for (Map.Entry<String, String> unit : stage.units(month).entrySet()) {
            row++;
            String name = "u" + unit.getKey();
            int full = 40 + (row * 7 + step * 3) % 50;
            int partial = 60 + (row * 11 + step * 5) % 70;
            grid.type(name + ".fullProcessReceived", String.valueOf(full))
                    .type(name + ".fullProcessOnline", String.valueOf(full * (60 + (row + step) % 40) / 100))
                    .type(name + ".partialReceived", String.valueOf(partial))
                    .type(name + ".partialOnline", String.valueOf(partial * (50 + (row * 3 + step) % 50) / 100))
                    .type(name + ".dossiersReceived", String.valueOf(full + partial + 20 + row))
                    .type(name + ".payable", String.valueOf(full + row))
                    .type(name + ".paidOnline", String.valueOf(full / 2))
                    .type(name + ".note", row % 5 == 0 ? "Có đợt hướng dẫn lưu động" : "Đã đối chiếu sổ");
        }
        stage.send(OFFICE, 302, page, grid.fields);
        stage.form(OFFICE, 302, page, page + "/submissions", "all", "all");
        approveAll(stage, OTHER_OFFICE, month);
        stage.form(OTHER_OFFICE, 302, page + "/review", page + "/lock");
    }
}
