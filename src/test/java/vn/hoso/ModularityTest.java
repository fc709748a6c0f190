package vn.hoso;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseOnlyWhatTheyAreAllowedAndNeverInACircle() {
        ApplicationModules.of(HosoApplication.class).verify();
    }
}
