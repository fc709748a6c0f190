/* On a narrow screen the cards come one unit at a time; all are saved together, and without script they follow each other. */
(function () {
    'use strict';
    const grid = document.querySelector('.entry-grid');
    const choice = document.querySelector('[data-unit-choice]');
    if (!grid || !choice) {
        return;
    }
    const rows = [...grid.tBodies[0].rows].filter(row => row.id);
    const list = choice.querySelector('select');
    const [before, after] = choice.querySelectorAll('button');

    /** Shows one row; all of them for -1. */
    function show(at) {
        const chosen = rows[at];
        grid.classList.toggle('one-unit', Boolean(chosen));
        rows.forEach(row => row.classList.toggle('is-away', row !== chosen));
        list.value = chosen ? chosen.id.slice('row-'.length) : '';
        before.disabled = !chosen || at === 0;
        after.disabled = at === rows.length - 1;
    }

    function go(at) {
        show(at);
        grid.scrollIntoView({ block: 'start' });
    }

    /** The row that the address names, by itself or by one of its cells. */
    function follow() {
        const place = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
        const at = place ? rows.indexOf(place.closest('tr')) : -1;
        if (at >= 0) {
            show(at);
            place.focus();
        }
    }

    choice.hidden = false;
    list.addEventListener('change', () => go(list.selectedIndex - 1));
    before.addEventListener('click', () => go(list.selectedIndex - 2));
    after.addEventListener('click', () => go(list.selectedIndex));
    window.addEventListener('hashchange', follow);
    document.addEventListener('focusin', event => {
        const at = rows.indexOf(event.target.closest('tr'));
        if (at >= 0 && grid.classList.contains('one-unit')) {
            show(at);
        }
    });
    show(Math.max(0, rows.findIndex(row => row.querySelector('.is-invalid, .conflict'))));
    follow();
})();
