package vn.hoso.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.hoso.ProgramTest;
import vn.hoso.ProgramTest.World;

/** A journey through the served program; its methods take {@link Visitors}. Each class has a copy of the demonstration to itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ProgramTest(world = World.OWN)
@ExtendWith(VisitorsExtension.class)
@interface JourneyTest {}
