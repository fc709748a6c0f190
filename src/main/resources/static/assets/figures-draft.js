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
    // A page that came back with typed text says beside it what is stored, after a sign that keeps an empty text apart.
    const stored = new Map(fields.map(field => [field, field.dataset.kept === undefined ? field.defaultValue : field.dataset.kept.slice(1)]));

    function changed(field) {
        return field.value !== stored.get(field);
    }

    function mark() {
        const unsaved = new Set();
        fields.forEach(field => {
            field.closest('td').classList.toggle('is-changed', changed(field));
            if (changed(field)) {
                unsaved.add(field.closest('tr'));
            }
        });
        [...form.querySelector('.entry-grid').tBodies[0].rows]
            .forEach(row => row.classList.toggle('is-unsaved', unsaved.has(row)));
    }

    function keep() {
        const texts = {};
        fields.filter(changed).forEach(field => {
            texts[field.name] = { text: field.value, version: version(field).value };
        });
        if (Object.keys(texts).length === 0) {
            localStorage.removeItem(key);
        } else {
            localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: texts }));
        }
        mark();
    }

    /** The version the writer saw goes back with the text: if somebody saved in between, the server will say so. */
    function refill(draft) {
        let filled = 0;
        fields.forEach(field => {
            const kept = draft.fields[field.name];
            if (kept && kept.text !== field.value) {
                field.value = kept.text;
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

    /** What waits in this browser, without the row that was just saved; nothing after a save of all rows. */
    function waiting() {
        const kept = form.dataset.saved === 'all' ? null : localStorage.getItem(key);
        if (!kept) {
            return null;
        }
        const draft = JSON.parse(kept);
        const saved = 'u' + form.dataset.saved + '.';
        Object.keys(draft.fields).filter(name => name.startsWith(saved)).forEach(name => delete draft.fields[name]);
        return draft;
    }

    const draft = waiting();
    // A page that came back with the typed text already holds the newest of it.
    if (draft && !form.hasAttribute('data-typed') && refill(draft) > 0) {
        tell(draft);
        form.querySelector('.entry-grid').dispatchEvent(new Event('input', { bubbles: true }));
    }
    keep();
    form.addEventListener('input', keep);
    const discard = form.querySelector('[data-discard]');
    if (discard) {
        discard.addEventListener('click', () => localStorage.removeItem(key));
    }
})();
