/* "?" opens the list of keys. */
(function () {
    'use strict';
    const help = document.getElementById('grid-help');
    if (!help) {
        return;
    }
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
