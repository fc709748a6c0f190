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
    const names = rows.map(cells => fold(cells[0].closest('tr').querySelector('.entry-unit span').textContent));
    let pending = [];

    /** Letters without marks and case, so that NFD text and Hòa/Hoà find the same unit. */
    function fold(text) {
        return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase()
            .replace(/[^a-z0-9]+/g, ' ').trim();
    }

    function block(text) {
        return text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(line => line.split('\t'));
    }

    /** Rows that begin with a unit's name go to that unit; others go down from the cell that has the cursor. */
    function targets(lines, at) {
        const named = lines.map(line => line.findIndex(text => names.includes(fold(text))));
        if (named.every(place => place < 0)) {
            return lines.map((line, i) => ({ row: at.row + i, column: at.column, texts: line, matched: true }));
        }
        return lines.map((line, i) => (named[i] < 0
            ? { row: -1, column: 0, texts: line, matched: false }
            : { row: names.indexOf(fold(line[named[i]])), column: 0, texts: line.slice(named[i] + 1), matched: true }));
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

    function row(change) {
        const line = document.createElement('tr');
        const read = count.read(change.text);
        const wrong = !change.cell || read.state === 'wrong';
        line.append(
            item(change.cell ? change.cell.getAttribute('aria-label') : dialog.dataset.unmatched),
            item(change.text, 'num'),
            item(change.cell ? change.cell.value || '–' : '', 'num'),
            item(wrong ? dialog.dataset.wrong : difference(change.cell.value, read), wrong ? 'field-error' : 'num'));
        return line;
    }

    function difference(old, read) {
        const before = count.read(old);
        if (before.state !== 'number' || read.state !== 'number') {
            return old.trim() === '' ? dialog.dataset.fresh : '';
        }
        const by = read.value - before.value;
        return by === 0 ? '=' : (by > 0 ? '+' : '−') + count.format(Math.abs(by));
    }

    grid.addEventListener('paste', event => {
        const at = window.hosoGrid.place(event.target);
        const text = (event.clipboardData || window.clipboardData).getData('text/plain');
        if (!at || event.target.tagName !== 'INPUT' || !/[\t\n]/.test(text.trim())) {
            return;
        }
        event.preventDefault();
        pending = changes(block(text), at);
        const good = pending.filter(change => change.cell && count.read(change.text).state !== 'wrong');
        dialog.querySelector('tbody').replaceChildren(...pending.map(row));
        dialog.querySelector('[data-paste-good]').textContent = String(good.length);
        dialog.querySelector('[data-paste-bad]').textContent = String(pending.length - good.length);
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
            change.cell.closest('td').classList.add('is-changed');
        });
        if (applied.length > 0) {
            applied[0].cell.focus();
        }
    });
})();
