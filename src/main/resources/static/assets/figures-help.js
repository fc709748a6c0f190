/* "?" opens the list of keys. */
(function () {
    'use strict';
    const help = document.getElementById('grid-help');
    if (!help) {
        return;
    }
    // What a column counts: its heading is passed over by Tab on the way to the cells, and F1 opens it from any of them.
    const headings = [...document.querySelectorAll('.column-help')];
    headings.forEach(each => { each.tabIndex = -1; });
    document.addEventListener('keydown', event => {
        const cell = event.key === 'F1' ? event.target.closest('.entry-grid td') : null;
        const heading = cell && headings[[...cell.parentElement.querySelectorAll('td')].indexOf(cell)];
        if (heading) {
            event.preventDefault();
            heading.click();
        }
    });
    document.querySelectorAll('[data-opens-help]').forEach(button => {
        button.hidden = false;
        button.addEventListener('click', () => help.showModal());
    });
    document.addEventListener('keydown', event => {
        if (event.key === '?' && !event.ctrlKey && !event.metaKey && event.target.tagName !== 'TEXTAREA' && !help.open) {
            event.preventDefault();
            help.showModal();
        }
    });
})();
