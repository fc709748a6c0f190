package vn.hoso.benchmark;

import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hoso.security.MayView;

/** The least that a page of units can do: one aggregate of the same returns, and a table of it without anything around. */
@Controller
@TestComponent
class FloorPage {

    private final JdbcClient jdbc;

    FloorPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit's sums. */
    public record Line(
            String name,
            long fullProcessReceived,
            long fullProcessOnline,
            long partialReceived,
            long partialOnline,
            long dossiersReceived,
            long onlineTotal) {}

    @GetMapping("/floor")
    @MayView
    String units(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam int rows, Model model) {
        model.addAttribute(
                "units",
                jdbc.sql("""
                                select v.name, sum(r.full_process_received) as full_process_received,
                                    sum(r.full_process_online) as full_process_online,
                                    sum(r.partial_received) as partial_received, sum(r.partial_online) as partial_online,
                                    sum(r.dossiers_received) as dossiers_received,
                                    sum(coalesce(r.online_reported, r.full_process_online + r.partial_online)) as online_total
                                from monthly_return r
                                join unit_version v on v.unit_id = r.unit_id and upper_inf(v.valid)
                                where r.month between :from and :to and r.complete
                                group by v.unit_id, v.name order by dossiers_received desc limit :rows
                                """)
                        .param("from", from)
                        .param("to", to)
                        .param("rows", rows)
                        .query(Line.class)
                        .list());
        return "benchmark/floor";
    }
}
