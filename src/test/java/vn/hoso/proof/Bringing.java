package vn.hoso.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Sheets from elsewhere: brought, asked about, applied, pasted. */
final class Bringing {

    private static final String OFFICE = "vanphong";
    private static final String UNIT = "dieutri";
    private static final String SHEET =
            "Đơn vị;Toàn trình - phát sinh;Toàn trình - trực tuyến;Một phần - phát sinh;Một phần - trực tuyến;"
                    + "Tổng số hồ sơ\nThị trấn Diêu Trì;10;9;20;11;50\n";

    private Bringing() {}

    static void bring(Stage stage) {
        stage.upload(UNIT, 422, "/imports", Map.of("month", ""), "", new byte[0]);
        stage.upload(UNIT, 422, "/imports", Map.of("month", "2022-05"), "hình.png", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', 0, 1
        });
        String small = brought(stage, UNIT, "2022-05", "nhỏ.csv", SHEET);
        stage.form(UNIT, 302, small, small + "/application");
        String unnamed =
                brought(stage, UNIT, "2022-06", "tên lạ.csv", SHEET.replace("Thị trấn Diêu Trì", "Một cửa Diêu Trì"));
        stage.form(UNIT, 302, unnamed, unnamed + "/units", "unitOf[0]", "2");
        stage.form(UNIT, 302, unnamed, unnamed + "/withdrawal");
        String dashed = brought(stage, UNIT, "2022-07", "gạch.csv", SHEET.replace(";50", ";-"));
        stage.post(UNIT, 302, dashed + "/answers", "question", "dashes", "answer", "zero");
        String described = brought(stage, UNIT, "2022-08", "mẫu lạ.csv", "Nơi gửi;A\nThị trấn Diêu Trì;50\n");
        stage.form(
                UNIT,
                302,
                described,
                described + "/layout",
                "headerRow",
                "1",
                "unitColumn",
                "1",
                "columnOf[dossiersReceived]",
                "2",
                "month",
                "2022-08");
        String monthless = brought(stage, UNIT, "", "không tháng.csv", SHEET);
        stage.form(UNIT, 302, monthless, monthless + "/month", "monthOf[0]", "2022-09");
        stage.post(UNIT, 302, monthless + "/sheets", "sheet", "0");
        String wrong = brought(
                stage, UNIT, "2022-10", "sai.csv", SHEET.replace(";9;", ";99;").replace(";50", ";x1"));
        stage.post(UNIT, 422, wrong + "/application", "seen", "", "mark", "");
        paste(stage);
    }

    /** Files that wait for their answers: those nobody applies are forgotten after a while. */
    static void leaveSome(Stage stage) {
        stage.imports.clear();
        brought(stage, UNIT, "2022-10", "tên lạ.csv", SHEET.replace("Thị trấn Diêu Trì", "Một cửa Diêu Trì"));
        brought(stage, UNIT, "2022-10", "gạch.csv", SHEET.replace(";50", ";-").replace(";9;", ";99;"));
        brought(stage, UNIT, "2022-10", "mẫu lạ.csv", "Gửi;B\nThị trấn Diêu Trì;50\n");
        brought(stage, UNIT, "", "không tháng.csv", SHEET);
        brought(stage, OFFICE, "", "766-thang-10-2024.xlsx", resource("/sheets/766-thang-10-2024.xlsx"));
        brought(stage, OFFICE, "", "phu-luc-4-thang-10-2024.xlsx", resource("/sheets/phu-luc-4-thang-10-2024.xlsx"));
    }

    private static void paste(Stage stage) {
        for (String dashes : new String[] {"", "ZERO"}) {
            stage.post(
                    UNIT,
                    200,
                    "/imports/paste",
                    "month",
                    "2022-11",
                    "cell",
                    "u2.fullProcessReceived",
                    "text",
                    "10\t9\t-\t-\t50",
                    "order",
                    "CURSOR",
                    "dashes",
                    dashes);
        }
        stage.post(
                OFFICE,
                200,
                "/imports/paste",
                "month",
                "2022-11",
                "cell",
                "u2.fullProcessReceived",
                "text",
                SHEET.replace(';', '\t'));
        stage.post(UNIT, 400, "/imports/paste", "month", "2022-11", "cell", "x", "text", "10");
    }

    /** The whole October, as the ministry's system gives it out; what it asks is answered by its first choice. */
    static void october(Stage stage) {
        String file = brought(stage, OFFICE, "", "766-thang-10-2024.xlsx", resource("/sheets/766-thang-10-2024.xlsx"));
        Document page = stage.open(OFFICE, file);
        for (Element question : page.select("section.import-cells form")) {
            Element answer = Objects.requireNonNull(question.selectFirst("button[name=answer]"));
            stage.post(
                    OFFICE,
                    302,
                    file + "/answers",
                    "question",
                    question.select("[name=question]").val(),
                    "answer",
                    answer.val());
        }
        Form apply = Form.on(stage.open(OFFICE, file), file + "/application");
        apply.fields.replaceAll(
                (name, values) -> name.startsWith("reason") ? List.of("Số đã đối chiếu với hệ thống") : values);
        stage.send(OFFICE, 302, apply.action, apply.fields);
        brought(stage, OFFICE, "", "phu-luc-4-thang-10-2024.xlsx", resource("/sheets/phu-luc-4-thang-10-2024.xlsx"));
    }

    private static String brought(Stage stage, String who, String month, String name, String text) {
        return brought(stage, who, month, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String brought(Stage stage, String who, String month, String name, byte[] file) {
        Answer shown = stage.upload(who, 302, "/imports", Map.of("month", month), name, file);
        String address = shown.request().replace("GET ", "");
        stage.imports.add(address);
        return address;
    }

    private static byte[] resource(String name) {
        try (InputStream file = Bringing.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
