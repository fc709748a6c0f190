/* Reads a count as the server does (CountText): the server decides, this only says so sooner. */
(function () {
    'use strict';
    const MOST = 9999999;
    const SPACES = /[\s\u00A0\u2007\u202F]+/g;

    /** {state: 'empty'|'na'|'number'|'wrong', value, rule} */
    function read(typed) {
        const text = typed.replace(SPACES, ' ').trim();
        if (text === '') {
            return { state: 'empty' };
        }
        if (text.toLowerCase() === 'x') {
            return { state: 'na' };
        }
        if (/^[0-9]+$/.test(text) || /^[1-9][0-9]{0,2}((\.[0-9]{3})+|( [0-9]{3})+)$/.test(text)) {
            const digits = text.replace(/[. ]/g, '').replace(/^0+(?=.)/, '');
            return digits.length > 7 || Number(digits) > MOST
                ? { state: 'wrong', rule: 'tooLarge' }
                : { state: 'number', value: Number(digits) };
        }
        return { state: 'wrong', rule: reason(text) };
    }

    function reason(text) {
        if (/^[-−–]+$/.test(text)) {
            return 'dash';
        }
        if (/^[-−–][0-9]/.test(text)) {
            return 'negative';
        }
        return /^[0-9][0-9.,eE+ ]*$/.test(text) ? 'ambiguous' : 'notANumber';
    }

    /** 10682 → 10.682 */
    function format(number) {
        return String(number).replace(/\B(?=([0-9]{3})+$)/g, '.');
    }

    window.hosoCount = { read: read, format: format };
})();
