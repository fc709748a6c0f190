/*
 * A block pasted from Excel or a web page: shown first as it was read, cell by cell, with the unit it would go to and what
 * would change; nothing is applied until the writer says so, and then as one step that undo takes back.
 */
(function () {
    'use strict';
    const grid = document.querySelector('.entry-grid');
    const dialog = document.getElementById('paste-preview');
    if (!grid || !dialog || !window.hosoGrid || !window.hosoCount) {
        return;
    }
    const count = window.hosoCount;
    const rows = window.hosoGrid.rows;
    const names = rows.map(cells => cells[0].closest('tr').querySelector('.entry-unit span').textContent.trim());
    const folded = names.map(fold);
    let pending = [];

    /** Letters without marks and case, so that NFD text, Hòa/Hoà and "UBND xã", "X.", "TT." find the same unit. */
    function fold(text) {
        return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase()
            .replace(/[^a-z0-9]+/g, ' ').trim().replace(/^ubnd /, '').replace(/^x /, 'xa ').replace(/^tt /, 'thi tran ');
    }

    /** The row of the unit with this name; -1 for none, and where marks alone tell two units apart and they differ. */
    function rowOf(text) {
        const exact = names.indexOf(text.normalize('NFC').trim());
        const name = fold(text);
        const same = folded.filter(each => each === name).length;
        return exact >= 0 || same !== 1 ? exact : folded.indexOf(name);
    }

    function lines(text) {
        return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(line => line.split('\t'));
    }

    /** The cells of a clipboard: as tabbed text, or from the table of a page that gives no other text. */
    function block(clipboard) {
        const text = clipboard.getData('text/plain');
        if (/[\t\n]/.test(text.trim())) {
            return lines(text);
        }
        const page = new DOMParser().parseFromString(clipboard.getData('text/html'), 'text/html');
        const table = [...page.querySelectorAll('tr')]
            .map(row => [...row.cells].map(cell => cell.textContent.replace(/\s+/g, ' ').trim()));
        return table.length > 1 || (table.length === 1 && table[0].length > 1) ? table : null;
    }

    /** Rows that begin with a unit's name go to that unit; others go down from the cell that has the cursor. */
    function targets(lines, at) {
        const named = lines.map(line => line.findIndex(text => rowOf(text) >= 0));
        if (named.every(place => place < 0)) {
            return lines.map((line, i) => ({ row: at.row + i, column: at.column, texts: line, matched: true }));
        }
        return lines.map((line, i) => (named[i] < 0
            ? { row: -1, column: 0, texts: line, matched: false }
            : { row: rowOf(line[named[i]]), column: 0, texts: line.slice(named[i] + 1), matched: true }));
    }

    function changes(lines, at) {
        const found = [];
        targets(lines, at).forEach(line => {
            const cells = line.matched ? rows[line.row] || [] : [];
            line.texts.forEach((text, i) => {
                const cell = cells[line.column + i];
                const known = cell && cell.tagName === 'INPUT';
                if (known || (!line.matched && i === 0) || (!known && text.trim() !== '')) {
                    found.push({ cell: known ? cell : null, text: text.trim(), line: line });
                }
            });
        });
        return found;
    }

    function item(text, className) {
        const cell = document.createElement('td');
        cell.textContent = text;
        cell.className = className || '';
        return cell;
    }

    function wrong(change) {
        return !change.cell || count.read(change.text).state === 'wrong';
    }

    function row(change) {
        const line = document.createElement('tr');
        line.append(
            item(change.cell ? change.cell.getAttribute('aria-label') : dialog.dataset.unmatched),
            item(change.text, 'num'),
            item(wrong(change) ? '' : value(change.text), 'num'),
            item(change.cell ? value(change.cell.value) : '', 'num'),
            item(wrong(change) ? why(change) : difference(change), wrong(change) ? 'field-error' : 'num'));
        return line;
    }

    /** A cell's text as it will be understood: 10.682, x, or a dash for nothing. */
    function value(text) {
        const read = count.read(text);
        return read.state === 'number' ? count.format(read.value) : text.trim() || '–';
    }

    function why(change) {
        return change.cell ? dialog.dataset.wrong : '';
    }

    function difference(change) {
        const before = count.read(change.cell.value);
        const read = count.read(change.text);
        if (before.state === 'number' && read.state === 'number') {
            const by = read.value - before.value;
            return by === 0 ? '=' : (by > 0 ? '+' : '−') + count.format(Math.abs(by));
        }
        if (before.state === read.state) {
            return '=';
        }
        return before.state === 'empty' ? dialog.dataset.fresh : read.state === 'empty' ? dialog.dataset.cleared : '';
    }

    grid.addEventListener('paste', event => {
        const at = window.hosoGrid.place(event.target);
        const pasted = at && event.target.tagName === 'INPUT' ? block(event.clipboardData) : null;
        if (!pasted) {
            return;
        }
        event.preventDefault();
        pending = changes(pasted, at);
        const bad = pending.filter(wrong);
        const good = pending.filter(change => !wrong(change));
        // What needs a look stands first: a full month has more lines than a screen.
        dialog.querySelector('tbody').replaceChildren(...[...bad, ...good].map(row));
        dialog.querySelector('[data-paste-good]').textContent = String(good.length);
        dialog.querySelector('[data-paste-bad]').textContent = String(bad.length);
        dialog.returnValue = '';
        dialog.showModal();
    });

    dialog.addEventListener('close', () => {
        if (dialog.returnValue !== 'apply') {
            return;
        }
        const applied = pending.filter(change => change.cell);
        window.hosoGrid.remember(applied.map(change => ({ cell: change.cell, text: change.cell.value })));
        applied.forEach(change => {
            window.hosoGrid.set(change.cell, change.text);
        });
        applied.forEach(change => window.hosoGrid.check(change.cell));
        if (applied.length > 0) {
            applied[0].cell.focus();
        }
    });
})();
