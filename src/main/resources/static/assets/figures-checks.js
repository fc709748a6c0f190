/*
 * Asks the server, while a row is being typed, what it would say of it: its rules stay in one place. An answer changes
 * nothing but words on the page; without one the save says the same later.
 */
(function () {
    'use strict';
    const form = document.querySelector('form[data-draft]');
    const grid = window.hosoGrid;
    if (!form || !grid) {
        return;
    }
    const PAUSE_IN_MILLISECONDS = 700;
    const waiting = new Map();
    const asked = new Map();
    let questions = new AbortController();

    function unit(row) {
        return row.id.slice('row-'.length);
    }

    function fields(row) {
        const sent = new URLSearchParams();
        sent.set('_csrf', form.elements._csrf.value);
        row.querySelectorAll('input[name], textarea').forEach(field => {
            if (field.type !== 'radio') {
                sent.set(field.name, field.value);
            }
        });
        return sent;
    }

    function show(row, check) {
        const words = row.querySelector('.finding');
        words.textContent = check.findings.join(' ');
        if (row.contains(document.activeElement)) {
            return;
        }
        row.querySelectorAll('input[type="text"], textarea').forEach(field => {
            const problem = check.problems[field.name.split('.')[1]];
            if (problem) {
                grid.say(field, problem);
            }
        });
    }

    function ask(row) {
        const sent = fields(row);
        const text = sent.toString();
        if (!row.classList.contains('is-unsaved')) {
            row.querySelector('.finding').textContent = '';
            return;
        }
        asked.set(row, text);
        fetch(form.action + '/checks',
            { method: 'POST', body: sent, headers: { Accept: 'application/json' }, signal: questions.signal })
            .then(answer => {
                if (answer.redirected) {
                    window.hosoConnection.expired();
                    return null;
                }
                return answer.ok ? answer.json() : null;
            })
            .then(checks => {
                // Typed on meanwhile: a later question is on its way.
                if (checks && asked.get(row) === text) {
                    show(row, checks[unit(row)]);
                    inSight();
                }
            })
            .catch(failure => {
                if (failure.name !== 'AbortError') {
                    window.hosoConnection.lost();
                }
            });
    }

    /** The save says it all. An answer on the way could bring the cookie of another session than the next page's. */
    function stop() {
        waiting.forEach(clearTimeout);
        questions.abort();
        questions = new AbortController();
    }

    form.addEventListener('submit', stop);

    /** What is said makes rows higher: the cell one types in must not slip under the fixed edges. */
    function inSight() {
        const typed = document.activeElement;
        if (typed && form.contains(typed) && typed.closest('.entry-grid')) {
            typed.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
    }

    function soon(row, pause) {
        clearTimeout(waiting.get(row));
        waiting.set(row, setTimeout(() => ask(row), pause));
    }

    form.addEventListener('input', event => {
        const row = event.target.closest && event.target.closest('tbody tr');
        if (row) {
            soon(row, PAUSE_IN_MILLISECONDS);
        }
    });
    form.addEventListener('focusout', event => {
        const row = event.target.closest('tbody tr');
        if (row && row.classList.contains('is-unsaved') && !row.contains(event.relatedTarget)) {
            soon(row, 0);
        }
    });
})();
