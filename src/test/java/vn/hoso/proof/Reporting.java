package vn.hoso.proof;

/** What the Office makes of the figures: decisions, tasks, wording, issued reports. */
final class Reporting {

    private static final String OFFICE = "vanphong";

    private Reporting() {}

    static void decide(Stage stage) {
        String page = "/dashboard/decisions/1";
        stage.form(OFFICE, 422, page + "?year=2023", page, "verdict", "", "note", "Chưa chọn");
        stage.form(OFFICE, 302, page + "?year=2023", page, "verdict", "MET", "note", "Có phát sinh");
        stage.form(OFFICE, 302, page + "?year=2024", page, "verdict", "NOT_ASSESSED", "note", "");
    }

    static void giveTasks(Stage stage) {
        String page = "/follow-ups/new?target=3&month=2024-08";
        stage.form(OFFICE, 422, page, "/follow-ups", "task", "", "responsible", "", "due", "mai");
        stage.form(
                OFFICE,
                302,
                page,
                "/follow-ups",
                "unit",
                "2",
                "task",
                "Hướng dẫn người dân nộp hồ sơ trực tuyến",
                "responsible",
                "Bộ phận Một cửa",
                "due",
                "2024-11-15");
        stage.form(
                OFFICE,
                302,
                page,
                "/follow-ups",
                "unit",
                "",
                "task",
                "Họp giao ban chuyên đề",
                "responsible",
                "Văn phòng",
                "due",
                "2025-03-31");
        stage.form(OFFICE, 422, "/follow-ups", "/follow-ups/\\d+/closing", "result", " ");
        stage.form(OFFICE, 302, "/follow-ups", "/follow-ups/\\d+/closing", "result", "Đã hướng dẫn người dân");
    }

    static void word(Stage stage) {
        String page = "/reports/2024/wording";
        stage.form(OFFICE, 422, page, page + "/OPENING", "words", "Toàn huyện có {khong.co.ten} hồ sơ");
        Form behind = Form.on(stage.open(OFFICE, page), page + "/OPENING").type("words", "Lời cũ");
        stage.form(
                OFFICE,
                302,
                page,
                page + "/OPENING",
                "words",
                "UBND huyện báo cáo như sau:\nKết quả cụ thể:",
                "lasting",
                "true");
        stage.send(OFFICE, 409, behind.action, behind.fields);
        stage.form(OFFICE, 302, page, page + "/OPENING", "words", "UBND huyện **báo cáo** như sau:");
        String quarter = "/reports/2024-Q3/wording";
        stage.form(OFFICE, 302, quarter, quarter + "/OPENING", "words", "Quý III năm 2024:");
        stage.form(OFFICE, 302, quarter, quarter + "/OPENING/proposal");
    }

    /** Issues a report, provisional where figures are missing, and enters it into the registry. */
    static void issue(Stage stage, String term, String number, String signedOn) {
        String page = "/reports/" + term;
        Form form = Form.on(stage.open(OFFICE, page), page + "/issues");
        if (form.fields.containsKey("reason")) {
            stage.form(OFFICE, 422, page, page + "/issues", "reason", " ");
            form.type("reason", "Ba đơn vị chưa báo cáo");
        }
        if (form.fields.containsKey("replacement")) {
            form.type("replacement", "Chỉnh lý số liệu tháng 8");
        }
        Answer issued = stage.send(OFFICE, 302, form.action, form.fields);
        String address = issued.request().replace("GET ", "").replaceAll("\\?.*", "");
        stage.issues.add(address);
        stage.form(OFFICE, 422, address, address + "/registrations", "number", "", "signedOn", "hôm nay");
        stage.form(OFFICE, 302, address, address + "/registrations", "number", number, "signedOn", signedOn);
    }
}
