/*
 * Keeps what was typed and not saved, in this browser, under the writer's own number: after a reload, a dropped connection
 * or an expired session the same person finds it again and saves it by their own press. Cleared by saving and signing out.
 */
(function () {
    'use strict';
    const PREFIX = 'hoso-draft/';
    document.querySelectorAll('form.sign-out').forEach(form => form.addEventListener('submit', () => {
        Object.keys(localStorage).filter(key => key.startsWith(PREFIX)).forEach(key => localStorage.removeItem(key));
    }));
    const form = document.querySelector('form[data-draft]');
    if (!form) {
        return;
    }
    const key = PREFIX + form.dataset.draft;
    const fields = [...form.querySelectorAll('.entry-grid input[type="text"], .entry-grid textarea')];
    const version = field => form.elements[field.name.split('.')[0] + '.version'];
    const shown = new Map(fields.map(field => [field, field.value]));

    function keep() {
        const changed = {};
        fields.filter(field => field.value !== shown.get(field)).forEach(field => {
            changed[field.name] = { text: field.value, version: version(field).value };
        });
        if (Object.keys(changed).length === 0) {
            localStorage.removeItem(key);
        } else {
            localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: changed }));
        }
    }

    /** The version the writer saw goes back with the text: if somebody saved in between, the server will say so. */
    function refill(draft) {
        let filled = 0;
        fields.forEach(field => {
            const kept = draft.fields[field.name];
            if (kept && kept.text !== field.value) {
                field.value = kept.text;
                field.closest('td').classList.add('is-changed');
                version(field).value = kept.version;
                filled += 1;
            }
        });
        return filled;
    }

    function tell(draft) {
        const notice = document.getElementById('draft-notice');
        const at = new Date(draft.at);
        notice.querySelector('[data-draft-time]').textContent =
            at.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' }) + ' ' + at.toLocaleDateString('vi-VN');
        notice.hidden = false;
        notice.querySelector('button').addEventListener('click', () => {
            localStorage.removeItem(key);
            window.location.assign(window.location.pathname);
        });
    }

    if (form.hasAttribute('data-saved')) {
        localStorage.removeItem(key);
    }
    const kept = localStorage.getItem(key);
    // A page that came back with the typed text already holds the newest of it.
    if (kept && !form.hasAttribute('data-typed')) {
        const draft = JSON.parse(kept);
        if (refill(draft) > 0) {
            tell(draft);
            form.dispatchEvent(new Event('input', { bubbles: true }));
            form.querySelector('.entry-grid').dispatchEvent(new Event('input', { bubbles: true }));
        } else {
            localStorage.removeItem(key);
        }
    }
    form.addEventListener('input', keep);
    const discard = form.querySelector('[data-discard]');
    if (discard) {
        discard.addEventListener('click', () => localStorage.removeItem(key));
    }
})();
