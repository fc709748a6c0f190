// A page that the browser kept and shows again is asked for anew: its figures may have changed, its buttons be switched off.
'use strict';
window.addEventListener('pageshow', (shown) => {
    if (shown.persisted) {
        location.reload();
    }
});
