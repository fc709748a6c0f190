package vn.hoso.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The one clock; everything that asks for the time is handed it. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** The name of the clock that shows what people's own devices show, whatever day the demonstration stands at. */
    public static final String DEVICES = "devices";

    /**
     * The program's clock.
     *
     * @param day the day at which a demonstration stands, such as 2024-10-07; empty for today
     */
    @Bean
    @Primary
    public Clock clock(@Value("${hoso.demonstration-day:}") String day) {
        Clock present = devices();
        return day.isBlank() ? present : new StandingDay(LocalDate.parse(day.strip()), present);
    }

    /** Codes of authenticator apps are of the present, on the demonstration's day too. */
    @Bean(DEVICES)
    public Clock devices() {
        return Clock.system(Formats.ZONE);
    }

    /** One day over and over: its hours pass as they do, so that figures made for that day are neither late nor early. */
    private static final class StandingDay extends Clock {

        private final LocalDate day;
        private final Clock present;

        StandingDay(LocalDate day, Clock present) {
            this.day = day;
            this.present = present;
        }

        @Override
        public ZoneId getZone() {
            return present.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new StandingDay(day, present.withZone(zone));
        }

        @Override
        public Instant instant() {
            return day.atTime(LocalTime.now(present)).atZone(getZone()).toInstant();
        }
    }
}
