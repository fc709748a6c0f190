package vn.hoso.proof;

/** What the administrator does, and what people do with their own accounts. */
final class People {

    private static final String ADMIN = "quantri";

    private People() {}

    /** Two people more, one of them somebody who stands in; screens on walls. */
    static void arrive(Stage stage) {
        stage.form(ADMIN, 422, "/accounts/new", "/accounts", "displayName", "", "username", "Có Dấu", "role", "");
        stage.form(
                ADMIN,
                422,
                "/accounts/new",
                "/accounts",
                "displayName",
                "Võ Thị Trùng",
                "username",
                "dieutri",
                "role",
                "UNIT_STAFF");
        stage.form(
                ADMIN,
                422,
                "/accounts/new",
                "/accounts",
                "displayName",
                "Võ Thị Thử",
                "username",
                "vo.thi.thu",
                "role",
                "UNIT_STAFF",
                "unitIds",
                "3",
                "standInUnit",
                "5",
                "standInFrom",
                "31/02/2024",
                "standInTo",
                "01/01/2024");
        Answer made = stage.form(
                ADMIN,
                302,
                "/accounts/new",
                "/accounts",
                "displayName",
                "Võ Thị Thử",
                "username",
                "vo.thi.thu",
                "role",
                "UNIT_STAFF",
                "unitIds",
                "3");
        choosePassword(stage, linkOn(made), "vo.thi.thu");
        Answer other = stage.form(
                ADMIN,
                302,
                "/accounts/new",
                "/accounts",
                "displayName",
                "Bùi Văn Ghi",
                "username",
                "bui.van.ghi",
                "role",
                "REPORT_CLERK");
        choosePassword(stage, linkOn(other), "bui.van.ghi");
        String person = personNamed(stage, "vo.thi.thu");
        stage.form(ADMIN, 422, person, person, "displayName", "");
        stage.form(
                ADMIN,
                302,
                person,
                person,
                "displayName",
                "Võ Thị Thử Việc",
                "standInUnit",
                "5",
                "standInFrom",
                "01/10/2024",
                "standInTo",
                "31/12/2024");
        String clerk = personNamed(stage, "bui.van.ghi");
        stage.form(ADMIN, 302, clerk, clerk + "/disabling");
        stage.form(ADMIN, 302, clerk, clerk + "/enabling");
        stage.post(ADMIN, 422, "/wall", "name", " ");
        Answer wall = stage.post(ADMIN, 302, "/wall", "name", "Sảnh tầng 1");
        stage.wall = linkOn(wall);
        stage.post(ADMIN, 302, "/wall", "name", "Phòng họp cũ");
        stage.form(ADMIN, 302, "/wall", "/wall/\\d+/revocation");
    }

    /** Wrong passwords, a new password, an authenticator and its removal. */
    static void lookAfterTheirAccounts(Stage stage) {
        String who = "bui.van.ghi";
        String page = "/accounts/me/password";
        stage.form(who, 422, page, page, "present", "sai rồi", "password", "ngắn", "repeated", "khác");
        stage.form(
                who,
                422,
                page,
                page,
                "present",
                Visitor.PASSWORD,
                "password",
                "Sông Côn chảy mãi 7",
                "repeated",
                "khác");
        stage.form(
                who,
                302,
                page,
                page,
                "present",
                Visitor.PASSWORD,
                "password",
                "Sông Côn chảy mãi 7",
                "repeated",
                "Sông Côn chảy mãi 7");
        stage.password(who, "Sông Côn chảy mãi 7");
        String factor = "/accounts/me/second-factor";
        stage.form(who, 302, factor, factor);
        String key = stage.open(who, factor).select("code.one-time-link").text();
        stage.form(who, 422, factor, factor + "/confirmation", "present", "sai", "code", "000000");
        stage.form(
                who,
                200,
                factor,
                factor + "/confirmation",
                "present",
                "Sông Côn chảy mãi 7",
                "code",
                OneTimeCode.of(key, stage.program.clock.instant().plusSeconds(60)));
        stage.form(who, 422, factor, factor + "/removal", "present", "Sông Côn chảy mãi 7", "code", "000000");
        stage.post(who, 422, "/accounts/me/passkeys", "name", "", "present", "", "answer", "{}");
        String clerk = personNamed(stage, who);
        stage.form(ADMIN, 302, clerk, clerk + "/second-factor-reset");
        stage.form(ADMIN, 302, clerk, clerk + "/link");
        for (int i = 0; i < 6; i++) {
            stage.post("anyone", 302, "/login", "username", "vo.thi.thu", "password", "đoán " + i);
        }
        String locked = personNamed(stage, "vo.thi.thu");
        stage.form(ADMIN, 302, locked, locked + "/unlocking");
        stage.post(ADMIN, 302, "/audit/verification", "kept", "");
        stage.post(ADMIN, 422, "/audit/verification", "kept", "không phải mã");
        stage.post("anyone", 302, "/language", "language", "en", "back", "/login");
        stage.post("anyone", 302, "/language", "language", "vi", "back", "/login");
        stage.post("anyone", 400, "/language", "language", "xx", "back", "//elsewhere");
    }

    private static void choosePassword(Stage stage, String link, String username) {
        String action = "/links/.*|";
        stage.formAt("anyone", 422, link, action, "password", "ngắn", "repeated", "ngắn");
        stage.formAt("anyone", 422, link, action, "password", Visitor.PASSWORD, "repeated", "khác");
        stage.formAt("anyone", 302, link, action, "password", Visitor.PASSWORD, "repeated", Visitor.PASSWORD);
        stage.post("anyone", 404, link, "password", Visitor.PASSWORD, "repeated", Visitor.PASSWORD);
        stage.password(username, Visitor.PASSWORD);
    }

    private static String linkOn(Answer shown) {
        String link = shown.page().select("code.one-time-link").text();
        return link.substring(link.indexOf('/', 8));
    }

    private static String personNamed(Stage stage, String username) {
        return stage.open(ADMIN, "/accounts?q=" + username)
                .select("a[href~=^/accounts/\\d+$]")
                .attr("href");
    }
}
