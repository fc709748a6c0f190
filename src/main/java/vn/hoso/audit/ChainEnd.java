package vn.hoso.audit;

/**
 * How the chain ends.
 *
 * @param length how many rows it has
 * @param hash the last row's; kept outside, it proves later that nothing before it was rewritten
 */
public record ChainEnd(long length, String hash) {}
