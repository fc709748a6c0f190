/* Paper cannot grow a box one types in: it shows the typed note as text of its own. */
(function () {
    'use strict';
    window.addEventListener('beforeprint', () => document.querySelectorAll('.note-printed').forEach(printed => {
        printed.textContent = printed.parentElement.querySelector('textarea').value;
    }));
})();
