/* A button that copies a text; without script the text stands there to be selected. */
(function () {
    'use strict';
    document.querySelectorAll('[data-copies]').forEach(button => {
        const text = document.getElementById(button.dataset.copies);
        const words = button.querySelector('span');
        const before = words.textContent;
        button.hidden = false;
        button.addEventListener('click', async () => {
            text.select();
            try {
                await navigator.clipboard.writeText(text.value);
            } catch (refused) {
                // Browsers offer the clipboard on safe addresses only; the office's own network may have none.
                document.execCommand('copy');
            }
            words.textContent = button.dataset.done;
            setTimeout(() => {
                words.textContent = before;
            }, 2000);
        });
    });
})();
