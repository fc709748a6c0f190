/*
 * A block pasted from Excel, Word or a web page: the server reads it as it reads files, the answer is shown as a table like
 * this one, and nothing is filled in until the writer says so; then it is one step that undo takes back. A single cell is
 * pasted as everywhere.
 */
(function () {
    'use strict';
    const grid = document.querySelector('.entry-grid');
    const dialog = document.getElementById('paste-preview');
    const form = document.querySelector('form[data-draft]');
    if (!grid || !dialog || !form || !window.hosoGrid || !window.hosoCount) {
        return;
    }
    const PATIENCE_IN_MILLISECONDS = 20000;
    /* One character more than the server reads is enough for it to refuse the text. */
    const LONGEST = 200001;
    const answer = dialog.querySelector('[data-paste-answer]');
    const state = dialog.querySelector('[data-paste-state]');
    const here = dialog.querySelector('[data-paste-here]');
    const apply = dialog.querySelector('button[value=apply]');
    const count = window.hosoCount;
    let asked = null;

    /** The cells of a clipboard as tabbed text, or from the table of a page that gives no such text; null for one cell. */
    function block(clipboard) {
        const text = clipboard.getData('text/plain').replace(/[\r\n]+$/, '');
        if (/[\t\r\n]/.test(text)) {
            return text;
        }
        const page = new DOMParser().parseFromString(clipboard.getData('text/html'), 'text/html');
        const table = tabbed([...page.querySelectorAll('tr')]);
        return /[\t\n]/.test(table) ? table : null;
    }

    /** A table's rows, where a cell over several rows or columns leaves the others empty. */
    function tabbed(rows) {
        const lines = rows.map(() => []);
        rows.forEach((row, at) => {
            let column = 0;
            [...row.cells].forEach(cell => {
                while (lines[at][column] !== undefined) {
                    column += 1;
                }
                for (let down = 0; down < cell.rowSpan && at + down < rows.length; down += 1) {
                    for (let over = 0; over < cell.colSpan; over += 1) {
                        lines[at + down][column + over] = '';
                    }
                }
                lines[at][column] = quoted(cell.textContent.replace(/\s+/g, ' ').trim());
            });
        });
        return lines.map(line => Array.from(line, text => text || '').join('\t')).join('\n');
    }

    function quoted(text) {
        return text.startsWith('"') ? '"' + text.replace(/"/g, '""') + '"' : text;
    }

    function say(words) {
        state.textContent = words;
        state.hidden = words === '';
    }

    function fail(words) {
        answer.replaceChildren();
        apply.disabled = true;
        say(words);
    }

    function ask(question) {
        const sent = new URLSearchParams(question);
        asked = question;
        apply.disabled = true;
        say(dialog.dataset.reading);
        fetch(dialog.dataset.reads,
            { method: 'POST', body: sent, headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(PATIENCE_IN_MILLISECONDS) })
            .then(response => (response.redirected ? null : response.text()))
            .then(page => {
                // Closed, or asked anew meanwhile: nobody waits for this one.
                if (asked === question) {
                    show(page);
                }
            })
            .catch(() => {
                if (asked === question) {
                    fail(dialog.dataset.lost);
                }
            });
    }

    function show(page) {
        const read = page === null ? null
            : new DOMParser().parseFromString(page, 'text/html').querySelector('[data-paste]');
        if (!read) {
            fail(page === null ? dialog.dataset.expired : dialog.dataset.failed);
            return;
        }
        const chosen = answer.querySelector('input:focus');
        answer.replaceChildren(document.importNode(read, true));
        say(missed() === 0 || dialog.dataset.elsewhere === undefined ? '' : dialog.dataset.elsewhere.replace('{0}', count.format(missed())));
        besides().forEach(each => {
            each.place.classList.add('is-replaced');
            each.words.textContent = each.text;
        });
        apply.disabled = fills().length === 0;
        const again = chosen && answer.querySelector('input[name="' + chosen.name + '"][value="' + chosen.value + '"]');
        if (again) {
            again.focus();
        }
    }

    /** What the writer's grid gets: its cells with the texts for them. */
    function fills() {
        return [...answer.querySelectorAll('[data-into]')]
            .map(place => ({ place: place, cell: document.getElementById(place.dataset.into), text: place.dataset.fills }))
            .filter(fill => fill.cell && fill.cell.tagName === 'INPUT');
    }

    /** Cells of units on other pages, which cannot be filled in here. */
    function missed() {
        return [...answer.querySelectorAll('[data-into]')].filter(place => !document.getElementById(place.dataset.into)).length;
    }

    /** What stands in these cells now and would go. */
    function besides() {
        return fills().filter(fill => fill.cell.value.trim() !== '' && !same(fill.cell.value, fill.text)).map(fill => ({
            place: fill.place,
            words: fill.place.querySelector('[data-before]'),
            text: (fill.text === '' ? dialog.dataset.cleared : dialog.dataset.before).replace('{0}', value(fill.cell.value))
        }));
    }

    function same(one, other) {
        const first = count.read(one);
        const second = count.read(other);
        return first.state !== 'wrong' && first.state === second.state && first.value === second.value;
    }

    /** A cell's text as it is understood: 10.682, x, or as it was typed. */
    function value(text) {
        const read = count.read(text);
        return read.state === 'number' ? count.format(read.value) : text.trim();
    }

    function begin() {
        answer.replaceChildren();
        dialog.returnValue = '';
        say('');
        apply.disabled = true;
        dialog.showModal();
    }

    /** Reads the block; one without headings begins at this cell. */
    function read(pasted, cell) {
        here.hidden = true;
        // Enter right after the paste must fill nothing in.
        document.getElementById(dialog.getAttribute('aria-labelledby')).focus();
        ask({
            _csrf: form.elements._csrf.value,
            month: dialog.dataset.month,
            cell: cell.name,
            text: pasted.slice(0, LONGEST)
        });
    }

    grid.addEventListener('paste', event => {
        const pasted = event.target.tagName === 'INPUT' && window.hosoGrid.place(event.target)
            ? block(event.clipboardData) : null;
        if (pasted !== null) {
            event.preventDefault();
            begin();
            read(pasted, event.target);
        }
    });

    /* The button of the bar: its block begins where the writer was last, or in the first cell. */
    let last = window.hosoGrid.rows[0] && window.hosoGrid.rows[0][0];
    grid.addEventListener('focusin', event => {
        last = event.target.tagName === 'INPUT' && window.hosoGrid.place(event.target) ? event.target : last;
    });
    document.querySelectorAll('[data-opens-paste]').forEach(button => {
        button.hidden = !last;
        button.addEventListener('click', () => {
            begin();
            here.hidden = false;
            here.querySelector('textarea').value = '';
            here.querySelector('textarea').focus();
        });
    });
    here.addEventListener('paste', event => {
        event.preventDefault();
        read(block(event.clipboardData) || event.clipboardData.getData('text/plain'), last);
    });

    answer.addEventListener('change', event => {
        if (asked) {
            ask({ ...asked, [event.target.name]: event.target.value });
        }
    });

    dialog.addEventListener('close', () => {
        asked = null;
        if (dialog.returnValue !== 'apply') {
            return;
        }
        const applied = fills();
        window.hosoGrid.unfold(applied.map(fill => fill.cell));
        window.hosoGrid.remember(applied.map(fill => ({ cell: fill.cell, text: fill.cell.value })));
        applied.forEach(fill => window.hosoGrid.set(fill.cell, fill.text));
        applied.forEach(fill => window.hosoGrid.check(fill.cell));
        if (applied.length > 0) {
            applied[0].cell.focus();
        }
    });
})();
