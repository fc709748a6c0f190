// A form that takes a while says so after the press, and is sent once only. Without script the browser itself shows that it waits.
'use strict';
for (const form of document.querySelectorAll('form[data-waiting]')) {
    form.addEventListener('submit', () => {
        for (const word of form.querySelectorAll('[data-waiting-word]')) {
            word.hidden = false;
        }
        setTimeout(() => form.querySelectorAll('[type=submit]').forEach((button) => { button.disabled = true; }));
    });
}
