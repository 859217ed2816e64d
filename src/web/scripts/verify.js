/* Has an archive checked that is chosen or dropped, in a thread of this browser. Nothing of it is sent anywhere. */
(() => {
  'use strict';
  const box = document.querySelector('[data-verify]');
  if (!box || !window.Worker) return;
  const { verify: program, locale, checking } = box.dataset;
  const faults = JSON.parse(box.dataset.faults);
  const keys = JSON.parse(box.dataset.keys);
  const bar = box.querySelector('progress');
  const says = document.querySelector('[data-says]');
  let thread = null;

  const hideVerdicts = () => {
    for (const verdict of document.querySelectorAll('[data-verdict]')) verdict.hidden = true;
  };

  const moment = (text) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(text));
  const number = (value) => new Intl.NumberFormat(locale).format(value);

  const fill = (verdict, facts) => {
    const shown = { ...facts, madeAt: `${moment(facts.madeAt)} (UTC)`, head: facts.head.hash };
    for (const place of verdict.querySelectorAll('[data-fact]')) {
      const value = shown[place.dataset.fact];
      place.textContent = typeof value === 'number' ? number(value) : value;
    }
    const known = keys.includes(facts.fingerprint) ? 'known' : 'unknown';
    for (const line of verdict.querySelectorAll('[data-key]')) line.hidden = line.dataset.key !== known;
  };

  const show = (news) => {
    bar.hidden = true;
    says.textContent = '';
    const verdict = document.querySelector(`[data-verdict="${news.say}"]`);
    if (news.facts) fill(verdict, news.facts);
    const words = verdict.querySelector('[data-words]');
    if (words) words.textContent = news.words;
    verdict.hidden = false;
    verdict.focus();
  };

  const check = (file) => {
    if (thread) thread.terminate();
    hideVerdicts();
    says.textContent = checking.replace('{name}', file.name);
    bar.value = 0;
    bar.hidden = false;
    thread = new Worker(program);
    thread.onmessage = ({ data }) => {
      if (data.say === 'progress') bar.value = data.total === 0 ? 0 : (100 * data.done) / data.total;
      else show(data);
    };
    thread.onerror = () => show({ say: 'unable' });
    thread.postMessage({ file, faults });
  };

  box.hidden = false;
  const field = box.querySelector('input');
  field.addEventListener('change', () => {
    if (field.files.length > 0) check(field.files[0]);
    field.value = '';
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    box.classList.add('over');
  });
  document.addEventListener('dragleave', () => box.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    box.classList.remove('over');
    if (event.dataTransfer.files.length > 0) check(event.dataTransfer.files[0]);
  });
})();
