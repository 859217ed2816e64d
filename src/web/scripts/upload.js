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

  /* The page that says what is wrong takes the place of this one, with the file that was chosen still in it. */
  const showAgain = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const main = page.querySelector('main');
    const chosen = document.querySelector('input[type=file]');
    const empty = main && main.querySelector('input[type=file]');
    if (!main) return false;
    if (chosen && empty) {
      for (const name of ['aria-describedby', 'aria-invalid']) {
        if (empty.hasAttribute(name)) chosen.setAttribute(name, empty.getAttribute(name));
        else chosen.removeAttribute(name);
      }
      empty.replaceWith(chosen);
    }
    document.title = page.title;
    document.querySelector('main').replaceWith(main);
    const first = main.querySelector('[data-focus]');
    if (first) first.focus();
    window.scrollTo(0, 0);
    return true;
  };

  const stop = (form, shown, text) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.disabled = false;
    shown.querySelector('progress').hidden = true;
    shown.querySelector('[data-numbers]').textContent = '';
    say(shown, text);
    shown.classList.add('upload-broken');
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
    request.addEventListener('load', () => {
      const address = request.getResponseHeader('x-go-to');
      if (address) window.location.assign(address);
      else if (!showAgain(request.responseText)) stop(form, shown, shown.dataset.broken);
    });
    request.addEventListener('error', () => stop(form, shown, shown.dataset.broken));
    request.send(new FormData(form));
    for (const button of form.querySelectorAll('button')) button.disabled = true;
  };

  const isTooLarge = (form, shown) => {
    const [file] = form.querySelector('input[type=file]').files;
    return file !== undefined && file.size > Number(shown.dataset.limit);
  };

  document.addEventListener('change', (event) => {
    const shown = box();
    if (!shown || event.target.type !== 'file') return;
    const tooLarge = isTooLarge(event.target.form, shown);
    shown.hidden = !tooLarge;
    if (tooLarge) stop(event.target.form, shown, shown.dataset.large);
  });

  document.addEventListener('submit', (event) => {
    const shown = box();
    if (!shown || event.defaultPrevented || event.target !== shown.closest('form')) return;
    event.preventDefault();
    if (isTooLarge(event.target, shown)) stop(event.target, shown, shown.dataset.large);
    else send(event.target, shown);
  });
})();
