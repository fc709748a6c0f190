/* The month's grid by keyboard, as in Excel: arrows, Enter, Esc, undo. Without it the grid is a plain form. */
(function () {
    'use strict';
    const grid = document.querySelector('.entry-grid');
    if (!grid) {
        return;
    }
    const rows = [...grid.tBodies[0].rows]
        .map(row => [...row.querySelectorAll('input[type="text"], textarea')])
        .filter(cells => cells.length > 0);
    const before = new WeakMap();
    const past = [];
    const undone = [];
    let tabbedFrom = null;

    function place(cell) {
        const row = rows.findIndex(cells => cells.includes(cell));
        return row < 0 ? null : { row: row, column: rows[row].indexOf(cell) };
    }

    /** A folded column is passed over; Tab does so by itself. */
    function go(row, column, step) {
        let target = rows[row] && rows[row][column];
        for (let at = column; step && target && target.closest('.is-folded'); target = rows[row][at]) {
            at += step;
        }
        if (target) {
            target.focus();
            target.select();
        }
        return Boolean(target);
    }

    /** At the edge of the text (or all of it selected) an arrow leaves the cell; inside it moves the cursor. */
    function leaves(cell, key) {
        if (cell.selectionStart === 0 && cell.selectionEnd === cell.value.length) {
            return true;
        }
        return key === 'ArrowLeft'
            ? cell.selectionEnd === 0
            : cell.selectionStart === cell.value.length;
    }

    function set(cell, text) {
        cell.value = text;
        before.set(cell, text);
        cell.dispatchEvent(new Event('input', { bubbles: true }));
    }

    function replay(from, to) {
        const step = from.pop();
        if (!step) {
            return;
        }
        to.push(step.map(change => ({ cell: change.cell, text: change.cell.value })));
        step.forEach(change => set(change.cell, change.text));
        step[0].cell.focus();
    }

    /** One step for undo: cells with the text they had. */
    function remember(changes) {
        if (changes.length > 0) {
            past.push(changes);
            undone.length = 0;
        }
    }

    function commit(cell) {
        const text = before.get(cell);
        if (text !== undefined && text !== cell.value) {
            remember([{ cell: cell, text: text }]);
            before.set(cell, cell.value);
        }
    }

    const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

    /** Enter after Tabs goes to the next row under the cell where they began. */
    function below(at) {
        const from = tabbedFrom && tabbedFrom.row === at.row ? tabbedFrom.column : at.column;
        return [1, from - at.column];
    }

    function moves(event, cell, at) {
        if (event.key === 'Enter' && !event.altKey) {
            return event.shiftKey ? [-1, 0] : below(at);
        }
        const move = MOVES[event.key];
        const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
        const inText = cell.tagName === 'TEXTAREA' && !sideways;
        return !move || event.shiftKey || inText || (sideways && !leaves(cell, event.key)) ? null : move;
    }

    grid.addEventListener('pointerdown', () => {
        tabbedFrom = null;
    });
    grid.addEventListener('focusin', event => before.set(event.target, event.target.value));
    grid.addEventListener('focusout', event => {
        commit(event.target);
        const told = event.target.closest('.is-told');
        if (told) {
            told.classList.remove('is-told');
        }
    });

    grid.addEventListener('keydown', event => {
        const cell = event.target;
        const at = place(cell);
        if (!at || event.isComposing) {
            return;
        }
        if ((event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase())) {
            event.preventDefault();
            commit(cell);
            const redo = event.key.toLowerCase() === 'y' || event.shiftKey;
            redo ? replay(undone, past) : replay(past, undone);
            return;
        }
        if (event.key === 'Escape' && before.get(cell) !== cell.value) {
            event.preventDefault();
            set(cell, before.get(cell));
            cell.select();
            return;
        }
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key === 'Escape') {
            cell.closest('td').classList.add('is-told');
            return;
        }
        if (event.key === 'Tab') {
            tabbedFrom = tabbedFrom && tabbedFrom.row === at.row ? tabbedFrom : at;
            return;
        }
        const move = moves(event, cell, at);
        if (move) {
            tabbedFrom = null;
        }
        if (move && (go(at.row + move[0], at.column + move[1], move[0] === 0 ? move[1] : 0) || event.key === 'Enter')) {
            event.preventDefault();
        }
    });

    /** Shows the folded columns, once something stands in them. */
    function unfold(cells) {
        if (cells.some(cell => cell.closest('.is-folded'))) {
            grid.querySelectorAll('[data-columns]').forEach(head => { head.colSpan = Number(head.dataset.columns); });
            grid.querySelectorAll('.is-folded').forEach(cell => cell.classList.remove('is-folded'));
        }
    }

    window.hosoGrid = { unfold: unfold, rows: rows, place: place, set: set, remember: remember };
})();
