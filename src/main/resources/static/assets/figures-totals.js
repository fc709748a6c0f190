/* Totals, rates and the rules of a cell while typing. The server counts again when saving; only its word is stored. */
(function () {
    'use strict';
    const grid = document.querySelector('.entry-grid');
    if (!grid || !window.hosoGrid || !window.hosoCount) {
        return;
    }
    const count = window.hosoCount;
    const heads = [...grid.tHead.rows[1].cells];
    /* The first five, and of the office's own fields those that it made so. */
    const REQUIRED = heads.map((head, at) => at < 5 || head.dataset.asked === 'required');
    const words = JSON.parse(grid.dataset.words);
    const totals = [...grid.tFoot.rows[0].querySelectorAll('td[data-label]')];
    const rates = [...document.querySelectorAll('[data-live-rate]')];
    const live = document.querySelector('[data-rest-online]');
    // Units on other pages add what is stored.
    const rest = totals.map(cell => (cell.dataset.rest === undefined ? null : Number(cell.dataset.rest)));
    const entered = document.querySelector('[data-live-entered]');

    function readings(cells) {
        return cells.slice(0, totals.length).map(cell => count.read(cell.value));
    }

    /** A row counts once it is complete: a missing figure is not a zero. */
    function complete(read) {
        return read.every(each => each.state !== 'wrong')
            && read.every((each, at) => !REQUIRED[at] || each.state === 'number' || each.state === 'na');
    }

    function number(read) {
        return read.state === 'number' ? read.value : 0;
    }

    /** Fixed rows, which the reader may not change, add what is stored. */
    function stored(row) {
        return [...row.querySelectorAll('[data-figure]')]
            .map(cell => count.read(cell.textContent.trim() === '–' ? '' : cell.textContent));
    }

    function all() {
        return [...grid.tBodies[0].rows].filter(row => row.id).map(row => {
            const cells = [...row.querySelectorAll('input[type="text"]')];
            return cells.length > 0 ? readings(cells) : stored(row);
        });
    }

    /** Hundredths of a percent, rounded half up, but never up to a share that was not reached. */
    function percent(part, whole) {
        let hundredths = Math.floor((part * 20000 + whole) / (whole * 2));
        while (hundredths % 1000 === 0 && hundredths * whole > part * 10000) {
            hundredths -= 1;
        }
        const text = String(Math.floor(hundredths / 100)) + ',' + String(hundredths % 100).padStart(2, '0');
        return text + '%';
    }

    function share(part, whole) {
        return count.format(part) + '/' + count.format(whole) + (whole > 0 ? ' – ' + percent(part, whole) : '');
    }

    function add() {
        const rows = all().filter(complete);
        const sums = totals.map((cell, at) => rows.reduce((sum, row) => sum + number(row[at]), rest[at] || 0));
        const known = totals.map((cell, at) => rest[at] !== null || rows.some(row => row[at].state === 'number'));
        totals.forEach((cell, at) => {
            cell.textContent = known[at] ? count.format(sums[at]) : '–';
        });
        const online = rows.reduce(
            (sum, row) => sum + (row[5].state === 'number' ? row[5].value : number(row[1]) + number(row[3])),
            live ? Number(live.dataset.restOnline) : 0);
        const shares = { fullProcess: [sums[1], sums[0]], partial: [sums[3], sums[2]], overall: [online, sums[4]] };
        const whole = { fullProcess: 0, partial: 2, overall: 4 };
        rates.forEach(place => {
            const name = place.dataset.liveRate;
            place.textContent = known[whole[name]] ? share(...shares[name]) : '–/–';
        });
        if (entered) {
            entered.textContent = rows.length + '/' + grid.tBodies[0].rows.length;
        }
    }

    function say(cell, text) {
        const box = cell.closest('td');
        const known = box.querySelector('.field-error');
        box.classList.toggle('is-invalid', Boolean(text));
        cell.toggleAttribute('aria-invalid', Boolean(text));
        if (!text) {
            if (known) {
                known.remove();
            }
            return;
        }
        const place = known || document.createElement('span');
        place.className = 'field-error';
        place.id = cell.id + '-problem';
        place.textContent = text;
        cell.setAttribute('aria-describedby', place.id);
        if (!known) {
            box.append(place);
        }
    }

    function check(row) {
        const read = readings(row);
        const problems = read.map(each => (each.state === 'wrong' ? words[each.rule] : null));
        const over = (part, whole, rule) => {
            if (read[part].state === 'number' && read[whole].state === 'number' && read[part].value > read[whole].value) {
                problems[part] = problems[part]
                    || words[rule].replace('{0}', count.format(read[part].value)).replace('{1}', count.format(read[whole].value))
                        .replace('{2}', heads[whole].dataset.name);
            }
        };
        over(1, 0, 'onlineAboveReceived');
        over(3, 2, 'onlineAboveReceived');
        over(7, 6, 'paidAbovePayable');
        const eligible = number(read[0]) + number(read[2]);
        if (read[4].state === 'number' && eligible > read[4].value) {
            problems[4] = problems[4]
                || words.eligibleAboveAll.replace('{0}', count.format(eligible)).replace('{1}', count.format(read[4].value));
        }
        over(5, 4, 'onlineAboveAll');
        row.slice(0, totals.length).forEach((cell, at) => {
            if (cell.dataset.within) {
                over(at, Number(cell.dataset.within), 'aboveOther');
            }
        });
        row.slice(0, totals.length).forEach((cell, at) => say(cell, problems[at]));
    }

    /** The four answers look different as soon as they are typed. */
    function look(cell) {
        const read = count.read(cell.value);
        const state = { empty: 'none', na: 'na' }[read.state] || (read.value === 0 ? 'zero' : 'number');
        const box = cell.closest('td');
        ['none', 'na', 'zero', 'number'].forEach(each => box.classList.toggle('cell-' + each, each === state));
    }

    grid.addEventListener('focusout', event => {
        const at = window.hosoGrid.place(event.target);
        if (at && event.target.tagName === 'INPUT') {
            check(window.hosoGrid.rows[at.row]);
        }
    });
    grid.addEventListener('input', add);
    grid.addEventListener('input', () => grid.querySelectorAll('tbody input[type="text"]').forEach(look));
    add();
    window.hosoGrid.say = say;
    window.hosoGrid.check = cell => check(window.hosoGrid.rows[window.hosoGrid.place(cell).row]);
})();
