/*
 * Saving by keyboard, and saving without a connection: a form sent into the void would leave the page, so the server is
 * asked for a sign of life first. The save itself stays the plain form.
 */
(function () {
    'use strict';
    const form = document.querySelector('form[data-draft]');
    const notice = document.getElementById('connection-notice');
    if (!form || !notice) {
        return;
    }
    const PATIENCE_IN_MILLISECONDS = 8000;
    const AGAIN_IN_MILLISECONDS = 5000;
    const sign = document.querySelector('link[rel="icon"]').href;
    let asking = false;
    let again = null;

    function say(text) {
        notice.querySelector('p').textContent = text;
        notice.hidden = false;
    }

    function alive() {
        return fetch(sign, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_IN_MILLISECONDS) })
            .then(answer => answer.ok, () => false);
    }

    function lost() {
        if (again) {
            return;
        }
        say(notice.dataset.lost);
        again = setInterval(tryAgain, AGAIN_IN_MILLISECONDS);
    }

    function tryAgain() {
        return alive().then(answered => {
            if (answered && again) {
                clearInterval(again);
                again = null;
                say(notice.dataset.back);
            }
        });
    }

    window.addEventListener('online', tryAgain);

    form.addEventListener('submit', event => {
        event.preventDefault();
        if (asking) {
            return;
        }
        asking = true;
        const button = event.submitter;
        alive().then(answered => {
            if (answered) {
                send(button);
                // A second press before the answer would take its place. Whoever stops the page may press again.
                setTimeout(() => { asking = false; }, PATIENCE_IN_MILLISECONDS);
            } else {
                asking = false;
                lost();
                notice.scrollIntoView({ block: 'nearest' });
            }
        });
    });

    /** The browser's own submission, which asks nobody again and takes the pressed button along. */
    function send(button) {
        const pressed = document.createElement('input');
        pressed.type = 'hidden';
        pressed.name = button && button.name ? button.name : '';
        pressed.value = button ? button.value : '';
        form.append(pressed);
        form.submit();
        pressed.remove();
    }

    const saves = form.querySelectorAll('.row-save');
    // In the sheet Tab goes from the note to the next row; the keys below save.
    saves.forEach(button => {
        button.tabIndex = -1;
        button.setAttribute('aria-keyshortcuts', 'Control+Enter');
    });
    form.addEventListener('keydown', event => {
        if (!(event.ctrlKey || event.metaKey) || event.isComposing) {
            return;
        }
        if (event.key === 'Enter') {
            const row = event.target.closest('tbody tr');
            const button = row && row.querySelector('.row-save');
            if (button) {
                event.preventDefault();
                form.requestSubmit(button);
            }
        }
    });
    document.addEventListener('keydown', event => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
            event.preventDefault();
            form.requestSubmit();
        }
    });

    window.hosoConnection = { lost: lost, expired: () => say(notice.dataset.expired) };
})();
