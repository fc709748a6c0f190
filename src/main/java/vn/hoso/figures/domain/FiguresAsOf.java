package vn.hoso.figures.domain;

import java.time.Instant;

/** From where figures are added up: as they are, as they were known, or as they would be. */
public sealed interface FiguresAsOf {

    FiguresAsOf NOW = new Now();

    /** The figures in force. */
    record Now() implements FiguresAsOf {}

    /** What was stored before an instant: of each return the last revision until then. */
    record KnownBefore(Instant instant) implements FiguresAsOf {}

    /** The figures in force with one proposal in the place of what it wants to correct. */
    record Corrected(long correctionId) implements FiguresAsOf {}
}
