package vn.hoso.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;

/** A screen, in CSS pixels. */
record Screen(int width, int height) {

    static final Screen DESK = new Screen(1280, 800);
    static final Screen PHONE = new Screen(360, 740);

    void show(Page page) {
        ViewportSize shown = page.viewportSize();
        if (shown.width != width || shown.height != height) {
            page.setViewportSize(width, height);
        }
    }

    @Override
    public String toString() {
        return width + " px";
    }
}
