package vn.hoso.reports;

import vn.hoso.reports.domain.Part;
import vn.hoso.reports.domain.ReportTerm;

/**
 * An office's own words for a part of a report.
 *
 * @param version grows with every change to any words
 * @param term the report they were written for
 * @param part the part
 * @param lasting whether they also serve later reports
 * @param words as typed
 * @param proposal what the program proposed at that time
 * @param writtenBy who wrote them
 */
public record OfficeWording(
        long version, ReportTerm term, Part part, boolean lasting, String words, String proposal, String writtenBy) {}
