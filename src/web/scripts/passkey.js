/* Passkeys: asks the browser for one, and sends its answer with the form. Without it the form is not shown. */
(() => {
  'use strict';
  const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const withBytes = (list) => (list || []).map((known) => ({ ...known, id: toBytes(known.id) }));

  async function make(options) {
    const publicKey = {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    };
    const made = await navigator.credentials.create({ publicKey });
    const { response } = made;
    return answerOf(made, {
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports ? response.getTransports() : [],
    });
  }

  async function use(options) {
    const publicKey = {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    };
    const used = await navigator.credentials.get({ publicKey });
    const { response } = used;
    return answerOf(used, {
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      ...(response.userHandle ? { userHandle: toText(response.userHandle) } : {}),
    });
  }

  function answerOf(credential, rest) {
    const response = { clientDataJSON: toText(credential.response.clientDataJSON), ...rest };
    const { id, type, authenticatorAttachment } = credential;
    const more = { ...(authenticatorAttachment ? { authenticatorAttachment } : {}), clientExtensionResults: {} };
    return JSON.stringify({ id, rawId: toText(credential.rawId), type, response, ...more });
  }

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      event.stopPropagation();
      const failed = form.querySelector('[data-failed]');
      failed.hidden = true;
      try {
        const options = JSON.parse(form.dataset.options);
        const answer = await (form.dataset.passkey === 'make' ? make(options) : use(options));
        form.elements.namedItem('answer').value = answer;
        form.submit();
      } catch {
        failed.hidden = false;
        failed.focus();
      }
    });
  }
})();
