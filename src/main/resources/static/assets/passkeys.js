// Asks the browser for a passkey and sends its answer as a field of the form. Without script, or in a browser without passkeys, the code stays.
'use strict';
{
    // The server takes answers for five minutes; a page older than this is sent as it stands and comes back fresh.
    const FRESH_FOR = 4.5 * 60 * 1000;
    const opened = Date.now();

    const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));
    const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (each) => String.fromCharCode(each)).join(''))
        .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

    const known = (form) => (form.dataset.known || '').split(' ').filter(Boolean).map((id) => ({type: 'public-key', id: bytes(id)}));

    const ask = (form) => navigator.credentials.get({publicKey: {
        challenge: bytes(form.dataset.challenge),
        rpId: form.dataset.host,
        allowCredentials: known(form),
        userVerification: 'required',
    }});

    const make = (form) => navigator.credentials.create({publicKey: {
        challenge: bytes(form.dataset.challenge),
        rp: {id: form.dataset.host, name: form.dataset.product},
        user: {id: bytes(form.dataset.user), name: form.dataset.username, displayName: form.dataset.person},
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({type: 'public-key', alg})),
        excludeCredentials: known(form),
        authenticatorSelection: {residentKey: 'preferred', userVerification: 'required'},
        attestation: 'none',
    }});

    const written = (credential) => {
        const response = {};
        for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
            if (credential.response[part]) {
                response[part] = text(credential.response[part]);
            }
        }
        return JSON.stringify({id: credential.id, rawId: text(credential.rawId), type: credential.type, response, clientExtensionResults: {}});
    };

    const say = (form, what) => form.querySelectorAll('[data-passkey-says]').forEach((each) => {
        each.hidden = each.dataset.passkeySays !== what;
    });

    for (const form of document.querySelectorAll('form[data-passkey]')) {
        if (!window.PublicKeyCredential) {
            continue;
        }
        form.hidden = false;
        document.querySelectorAll('[data-passkey-missing]').forEach((each) => { each.hidden = true; });
        const button = form.querySelector('[type=submit]');
        form.addEventListener('submit', async (press) => {
            if (Date.now() - opened > FRESH_FOR) {
                return;
            }
            press.preventDefault();
            button.disabled = true;
            say(form, 'waiting');
            try {
                form.elements.answer.value = written(await (form.dataset.passkey === 'make' ? make(form) : ask(form)));
                form.submit();
            } catch (refused) {
                say(form, refused.name === 'InvalidStateError' ? 'known' : 'stopped');
                button.disabled = false;
                if (!(refused instanceof DOMException)) {
                    throw refused;
                }
            }
        });
    }
}
