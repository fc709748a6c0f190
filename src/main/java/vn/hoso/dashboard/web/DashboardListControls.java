package vn.hoso.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter.Kept;

/**
 * The form above a list and its files.
 *
 * @param path where it is sent
 * @param kept the rest of the address
 * @param q the part of a name
 * @param sorts the orders
 * @param onlys which units
 * @param whole whether the whole list has any row
 * @param shown how many of how many are shown, null where all are
 * @param reset the page with its whole list
 * @param pages the way to the other pages of a long list, null where it stands on one
 * @param csv the list as a file of separated values, with the same units in the same order
 * @param xlsx the same as a workbook
 */
record DashboardListControls(
        String path,
        List<Kept> kept,
        String q,
        List<PeriodChoice.Option> sorts,
        List<PeriodChoice.Option> onlys,
        boolean whole,
        @Nullable String shown,
        String reset,
        @Nullable PageSteps pages,
        String csv,
        String xlsx) {}
