// On pages of many entries: short or full texts, where the reader left off, and keys. The page is complete without it.
(() => {
  const words = document.currentScript.dataset, root = document.documentElement, entries = [...document.querySelectorAll('.entry')];
  const base = new URL('..', document.currentScript.src).pathname, main = document.querySelector('main');
  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem('aidigest-' + key);
      if (value) localStorage.setItem('aidigest-' + key, value); else localStorage.removeItem('aidigest-' + key);
    } catch { /* a browser that keeps nothing */ }
  };
  if (!entries.length) return;

  // Short or full.
  const tools = document.createElement('div'), buttons = {};
  tools.className = 'tools';
  tools.setAttribute('role', 'group');
  tools.setAttribute('aria-label', words.view);
  const view = name => {
    root.classList.toggle('brief', name === 'brief');
    for (const key in buttons) buttons[key].setAttribute('aria-pressed', key === name);
  };
  const add = (text, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', act);
    tools.append(button);
    return button;
  };
  for (const name of ['brief', 'full']) {
    buttons[name] = add(words[name], () => {
      const at = entries.find(entry => entry.getBoundingClientRect().bottom > 0), before = at?.getBoundingClientRect().top;
      view(name);
      stored('view', name === 'brief' ? name : '');
      if (at && scrollY) scrollBy(0, at.getBoundingClientRect().top - before);
    });
  }
  view(stored('view') === 'brief' ? 'brief' : 'full');
  main.prepend(tools);

  // Keys: letters may be taken by a reader's own tools, so they can be switched off (WCAG 2.1.4).
  const current = () => entries.findIndex(entry => entry.contains(document.activeElement));
  const go = step => {
    const from = current(), first = entries.findIndex(entry => entry.getBoundingClientRect().top > -5);
    const to = from < 0 ? (step > 0 ? first : first - 1) : from + step;
    const heading = entries[Math.max(0, Math.min(to < -1 ? entries.length - 1 : to, entries.length - 1))].querySelector('h2, h3');
    const target = heading.querySelector('a') || heading;
    if (target === heading) heading.tabIndex = -1;
    target.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  };
  let dialog;
  const help = () => {
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.className = 'keys';
      const title = document.createElement('h2'), list = document.createElement('dl'), label = document.createElement('label'), box = document.createElement('input'), form = document.createElement('form');
      title.textContent = words.keys;
      title.id = '_keys';
      dialog.setAttribute('aria-labelledby', title.id);
      for (const line of words.list.split('|')) {
        const [key, text] = line.split('=');
        const row = document.createElement('div'), term = document.createElement('dt'), what = document.createElement('dd'), kbd = document.createElement('kbd');
        kbd.textContent = key;
        what.textContent = text;
        term.append(kbd);
        row.append(term, what);
        list.append(row);
      }
      box.type = 'checkbox';
      box.checked = stored('keys') !== 'off';
      box.addEventListener('change', () => stored('keys', box.checked ? '' : 'off'));
      label.append(box, words.on);
      form.method = 'dialog';
      const close = document.createElement('button');
      close.textContent = words.close;
      form.append(close);
      dialog.append(title, list, label, form);
      document.body.append(dialog);
    }
    dialog.showModal();
  };
  const button = add('?', help);
  button.className = 'help';
  button.title = words.keys;
  button.setAttribute('aria-label', words.keys);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.target.closest('input, textarea, select, [contenteditable], dialog') || stored('keys') === 'off') return;
    const plain = !event.shiftKey;
    const acts = {
      KeyJ: plain && (() => go(1)),
      KeyK: plain && (() => go(-1)),
      KeyO: plain && current() >= 0 && (() => entries[current()].querySelector('h2 a, h3 a')?.click()),
    };
    const act = event.key === '?' ? help : acts[event.code];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // Where the reader left off: home alone, whose newest entries come on top.
  if (!document.body.classList.contains('kind-home')) return;
  const key = 'seen:' + base, newest = entries[0].id, days = entry => entry.closest('.day').querySelector('time').dateTime;
  const [slug, day] = (stored(key) || '').split(' ');
  const at = entries.findIndex(entry => entry.id === slug);
  const fresh = at >= 0 ? at : slug ? entries.filter(entry => days(entry) > day).length : 0;
  const keep = () => stored(key, newest + ' ' + days(entries[0]));
  if (!fresh) {
    keep();
    return;
  }

  document.title = `(${fresh}) ${document.title}`;
  const reach = entries[Math.min(fresh, entries.length - 1)];
  if (fresh < entries.length) {
    const mark = document.createElement('p');
    mark.className = 'left-off';
    mark.textContent = words.left;
    reach.prepend(mark);
    reach.classList.add('is-left-off');
  }

  new IntersectionObserver((seen, observer) => {
    if (seen.some(one => one.isIntersecting)) {
      keep();
      observer.disconnect();
    }
  }).observe(reach);
})();
