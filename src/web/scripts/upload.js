/* Shows how far a file has come on its way; without it the form is sent all the same. */
(() => {
  'use strict';
  /** Seconds after which a line that needs as long again is called slow. */
  const PATIENCE = 20;

  const box = () => document.querySelector('[data-upload]');
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const amount = (locale, value, unit, display) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: display, maximumFractionDigits: 1 }).format(
      value,
    );
  const size = (locale, bytes) => amount(locale, bytes / 1e6, 'megabyte', 'short');
  const time = (locale, seconds) =>
    seconds < 90
      ? amount(locale, Math.max(5, Math.round(seconds / 5) * 5), 'second', 'long')
      : amount(locale, Math.round(seconds / 60), 'minute', 'long');

  const say = (shown, text) => {
    const line = shown.querySelector('[data-says]');
    if (line.textContent !== text) line.textContent = text;
  };

  const showProgress = (shown, began, event) => {
    if (!event.lengthComputable) return;
    const { locale, sent, left, slow, checking } = shown.dataset;
    const seconds = (Date.now() - began) / 1000;
    const remaining = (seconds / event.loaded) * (event.total - event.loaded);
    shown.querySelector('progress').value = (event.loaded / event.total) * 100;
    const numbers = fill(sent, { sent: size(locale, event.loaded), total: size(locale, event.total) });
    const rest = seconds > 2 && remaining > 5 ? `, ${fill(left, { time: time(locale, remaining) })}` : '';
    shown.querySelector('[data-numbers]').textContent = numbers + rest;
    if (event.loaded === event.total) say(shown, checking);
    else if (remaining > PATIENCE && seconds > 2) say(shown, slow);
  };

  const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

  /* The page that says what is wrong takes the place of this one, with the file that was chosen still in it. */
  const showAgain = (page) => {
    const main = page.querySelector('main');
    const chosen = document.querySelector('input[type=file]');
    const empty = main.querySelector('input[type=file]');
    if (chosen && empty) {
      for (const name of ['aria-describedby', 'aria-invalid']) {
        if (empty.hasAttribute(name)) chosen.setAttribute(name, empty.getAttribute(name));
        else chosen.removeAttribute(name);
      }
      empty.replaceWith(chosen);
    }
    /* What listens for news goes on listening. */
    const [listens, deaf] = [document, main].map((of) => of.querySelector('[hx-sse\\:connect]'));
    if (listens && deaf) deaf.replaceWith(listens);
    document.title = page.title;
    document.querySelector('main').replaceWith(main);
    window.scrollTo(0, 0);
    const first = main.querySelector('[data-focus]');
    if (first) first.focus();
  };

  const release = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.disabled = false;
  };

  const stop = (form, shown, text) => {
    release(form);
    shown.querySelector('progress').hidden = true;
    shown.querySelector('[data-numbers]').textContent = '';
    say(shown, text);
    shown.classList.add('upload-broken');
  };

  /* Why there is no answer to the form, in the words of the page that came instead; what was typed stays. */
  const reasonOf = (page, otherwise) => {
    const words = [...page.querySelectorAll('main h1, main .lead')].map((each) => each.textContent);
    return words.length === 0 ? otherwise : words.join(' – ');
  };

  const answered = (form, shown, request) => {
    const address = request.getResponseHeader('x-go-to');
    const page = parse(request.responseText);
    if (address) window.location.assign(address);
    else if (page.querySelector('main input[type=file], main .refusals')) showAgain(page);
    else if (request.status < 400) window.location.assign(request.responseURL);
    else stop(form, shown, reasonOf(page, shown.dataset.broken));
  };

  const send = (form, shown) => {
    const request = new XMLHttpRequest();
    const began = Date.now();
    shown.hidden = false;
    shown.classList.remove('upload-broken');
    shown.querySelector('progress').hidden = false;
    shown.querySelector('progress').value = 0;
    say(shown, '');
    request.open('POST', form.action);
    request.setRequestHeader('x-sent-by', 'script');
    request.upload.addEventListener('progress', (event) => showProgress(shown, began, event));
    request.addEventListener('load', () => answered(form, shown, request));
    request.addEventListener('error', () => stop(form, shown, shown.dataset.broken));
    request.send(new FormData(form));
    for (const button of form.querySelectorAll('button')) button.disabled = true;
  };

  const isTooLarge = (file, shown) => file.files.length > 0 && file.files[0].size > Number(shown.dataset.limit);

  /* What the page would say after the way there and back, said before it. */
  const complain = (file, shown) => {
    forget(file);
    const line = shown.querySelector('template').content.firstElementChild.cloneNode(true);
    file.before(line);
    file.closest('.field').classList.add('field-wrong');
    file.setAttribute('aria-invalid', 'true');
    file.setAttribute('aria-describedby', `${file.getAttribute('aria-describedby') || ''} ${line.id}`.trim());
  };

  const forget = (file) => {
    const line = document.getElementById('file-error');
    if (!line) return;
    line.remove();
    file.closest('.field').classList.remove('field-wrong');
    file.removeAttribute('aria-invalid');
    const others = file.getAttribute('aria-describedby').split(' ');
    file.setAttribute('aria-describedby', others.filter((id) => id !== 'file-error').join(' '));
  };

  document.addEventListener('change', (event) => {
    const shown = box();
    if (!shown || event.target.type !== 'file') return;
    shown.hidden = true;
    if (isTooLarge(event.target, shown)) complain(event.target, shown);
    else forget(event.target);
  });

  document.addEventListener('submit', (event) => {
    const shown = box();
    const form = event.target;
    if (!shown || event.defaultPrevented || form !== shown.closest('form')) return;
    event.preventDefault();
    const file = form.querySelector('input[type=file]');
    if (isTooLarge(file, shown)) {
      release(form);
      complain(file, shown);
      file.focus();
    } else send(form, shown);
  });

  /* A page that one comes back to is as it was left, which may be in the middle of sending. */
  window.addEventListener('pageshow', () => {
    const shown = box();
    if (!shown) return;
    shown.hidden = true;
    release(shown.closest('form'));
  });
})();
