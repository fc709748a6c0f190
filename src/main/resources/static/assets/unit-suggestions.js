// Units that match what is typed stand below the field, to be taken with the arrows and Enter or with the mouse. Without script the
// text is taken as it was typed, and what it may mean is asked after the press.
'use strict';
for (const field of document.querySelectorAll('input[data-suggestions]')) {
    const PAUSE_IN_MILLISECONDS = 200;
    const list = document.createElement('ul');
    list.id = field.id + '-suggestions';
    list.className = 'unit-suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.labels[0] ? field.labels[0].textContent : '');
    list.lang = 'vi';
    list.hidden = true;
    field.after(list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-expanded', 'false');
    let waiting = 0;
    let asked = 0;
    let at = -1;

    const close = () => {
        clearTimeout(waiting);
        asked++;
        at = -1;
        list.hidden = true;
        field.setAttribute('aria-expanded', 'false');
        field.removeAttribute('aria-activedescendant');
    };
    const take = (option) => {
        field.value = option.textContent;
        close();
    };
    const mark = (place) => {
        at = place;
        [...list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
        list.children[at].scrollIntoView({ block: 'nearest' });
        field.setAttribute('aria-activedescendant', list.children[at].id);
    };
    const show = (units) => {
        list.replaceChildren(...units.map((unit, index) => {
            const option = document.createElement('li');
            option.id = list.id + '-' + index;
            option.setAttribute('role', 'option');
            option.setAttribute('aria-selected', 'false');
            option.textContent = unit;
            // The field keeps the focus.
            option.addEventListener('pointerdown', (event) => event.preventDefault());
            option.addEventListener('click', () => take(option));
            return option;
        }));
        at = -1;
        field.removeAttribute('aria-activedescendant');
        list.hidden = units.length === 0;
        field.setAttribute('aria-expanded', String(units.length > 0));
    };
    const ask = () => {
        const mine = ++asked;
        const address = new URL(field.dataset.suggestions, location.href);
        address.searchParams.set('q', field.value);
        fetch(address, { headers: { Accept: 'application/json' } })
            .then((answer) => (answer.ok ? answer.json() : []))
            .catch(() => [])
            .then((units) => {
                if (mine === asked && document.activeElement === field) {
                    show(units);
                }
            });
    };
    field.addEventListener('input', () => {
        clearTimeout(waiting);
        asked++;
        if (field.value.trim() === '') {
            close();
        } else {
            waiting = setTimeout(ask, PAUSE_IN_MILLISECONDS);
        }
    });
    field.addEventListener('keydown', (event) => {
        const count = list.hidden ? 0 : list.children.length;
        if (count > 0 && event.key === 'ArrowDown') {
            event.preventDefault();
            mark((at + 1) % count);
        } else if (count > 0 && event.key === 'ArrowUp') {
            event.preventDefault();
            mark((at <= 0 ? count : at) - 1);
        } else if (count > 0 && event.key === 'Enter' && at >= 0) {
            event.preventDefault();
            take(list.children[at]);
        } else if (count > 0 && event.key === 'Escape') {
            event.preventDefault();
            close();
        }
    });
    field.addEventListener('blur', close);
}
