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
    const elsewhere = document.getElementById('draft-elsewhere');
    const fields = [...form.querySelectorAll('.entry-grid input[type="text"], .entry-grid textarea')];
    const version = field => form.elements[field.name.split('.')[0] + '.version'];
    // A page that came back with typed text says beside it what is stored, after a sign that keeps an empty text apart.
    const stored = new Map(fields.map(field => [field, field.dataset.kept === undefined ? field.defaultValue : field.dataset.kept.slice(1)]));

    /** The key of the last press that no page has answered yet. */
    let pressed = null;

    function unit(name) {
        return name.split('.')[0].slice(1);
    }

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
        const texts = others();
        fields.filter(changed).forEach(field => {
            texts[field.name] = {
                text: field.value,
                version: version(field).value,
                unit: field.closest('tr').querySelector('.entry-unit span').textContent
            };
        });
        if (Object.keys(texts).length === 0) {
            localStorage.removeItem(key);
        } else {
            localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: texts, pressed: pressed }));
        }
        mark();
    }

    /** What was typed on another page of the same month stays as it is. */
    function others() {
        const kept = localStorage.getItem(key);
        const texts = {};
        Object.entries(kept ? JSON.parse(kept).fields : {})
            .filter(([name]) => !document.getElementById('row-' + unit(name)))
            .forEach(([name, text]) => { texts[name] = text; });
        return texts;
    }

    /** Drops what this page holds; what was typed on another one waits there. */
    function drop() {
        const texts = others();
        if (Object.keys(texts).length === 0) {
            localStorage.removeItem(key);
        } else {
            localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: texts }));
        }
    }

    /** Leads to the units of other pages with typed text. */
    function point() {
        const units = new Map(Object.entries(others()).map(([name, kept]) => [unit(name), kept.unit]));
        if (!elsewhere || units.size === 0) {
            return;
        }
        const links = [...units].map(([id, name]) => {
            const link = document.createElement('a');
            link.href = window.location.pathname + '?unit=' + id + '#row-' + id;
            link.textContent = name;
            return link;
        });
        elsewhere.querySelector('[data-draft-units]').replaceChildren(
            ...links.flatMap((link, at) => (at === 0 ? [link] : [', ', link])));
        elsewhere.hidden = false;
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
            drop();
            window.location.assign(window.location.pathname + window.location.search);
        });
    }

    /** What waits in this browser, without the row that was just saved; nothing after a save of all rows. */
    function waiting() {
        if (form.dataset.saved === 'all') {
            drop();
        }
        const kept = form.dataset.saved === 'all' ? null : localStorage.getItem(key);
        if (!kept) {
            return null;
        }
        const draft = JSON.parse(kept);
        const saved = 'u' + form.dataset.saved + '.';
        Object.keys(draft.fields).filter(name => name.startsWith(saved)).forEach(name => delete draft.fields[name]);
        return draft;
    }

    /** A press whose answer got lost: the server knows whether it was stored. */
    function ask(draft) {
        const notice = document.getElementById('press-notice');
        pressed = draft.pressed;
        fetch(notice.dataset.asks + pressed, { headers: { Accept: 'application/json' } })
            .then(answer => (answer.ok && !answer.redirected ? answer.json() : null))
            .then(press => {
                if (press) {
                    pressed = null;
                    keep();
                    notice.classList.add(press.stored && !press.partly ? 'notice-ok' : 'notice-warning');
                    notice.querySelector('p').textContent = press.told;
                    notice.hidden = false;
                }
            }, () => {});
    }

    const draft = waiting();
    // A page that came back with the typed text already holds the newest of it.
    if (draft && !form.hasAttribute('data-typed')) {
        if (draft.pressed && !form.hasAttribute('data-saved')) {
            ask(draft);
        }
        if (refill(draft) > 0) {
            window.hosoGrid.unfold(fields.filter(changed));
            tell(draft);
            form.querySelector('.entry-grid').dispatchEvent(new Event('input', { bubbles: true }));
        }
    }
    keep();
    point();
    form.addEventListener('input', keep);
    form.addEventListener('submit', () => {
        pressed = form.elements._once.value;
        keep();
    });
    const discard = form.querySelector('[data-discard]');
    if (discard) {
        discard.addEventListener('click', drop);
    }
})();
