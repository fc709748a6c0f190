package vn.hoso.results;

/** Under which units figures are shown. The whole's total is the same under both. */
public enum ResultsGeography {
    /** Theo đơn vị khi phát sinh: under the units that reported them; the default, also of documents. */
    AS_REPORTED,
    /** Theo đơn vị hiện nay: under the units of today, with the figures of those that they came of. */
    TODAY
}
