/* What pages do beyond HTML; without it everything works all the same. */
(() => {
  'use strict';
  const focusFirst = () => {
    const summary = document.querySelector('[data-focus]');
    if (summary instanceof HTMLElement) summary.focus();
  };
  /* A form is sent once, however often its button is pressed. */
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
  document.addEventListener('change', (event) => {
    const field = event.target;
    if (field instanceof HTMLElement && field.closest('form[data-at-once]')) field.closest('form').requestSubmit();
  });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-print]');
    if (button) window.print();
  });
  /* Paper cannot be unfolded. */
  window.addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('details[data-prints]:not([open])')) {
      folded.dataset.prints = 'folded';
      folded.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const unfolded of document.querySelectorAll('details[data-prints="folded"]')) {
      unfolded.dataset.prints = 'open';
      unfolded.open = false;
    }
  });
  document.documentElement.classList.add('js');
  focusFirst();
})();
