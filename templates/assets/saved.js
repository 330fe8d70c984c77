// What the reader put aside: the list and its files. Nothing leaves the browser.
(() => {
  const words = document.currentScript.dataset, base = new URL('..', document.currentScript.src).pathname, key = 'aidigest-saved:' + base;
  const list = document.querySelector('#saved'), status = document.querySelector('#saved-status'), tools = document.querySelector('.saved-tools');
  const read = () => {
    try {
      const all = JSON.parse(localStorage.getItem(key));
      return Array.isArray(all) ? all.filter(entry => entry && typeof entry.url === 'string') : [];
    } catch {
      return [];
    }
  };
  const make = (tag, text, name) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  };
  // What a browser keeps may be changed by hand, so only addresses of this site become links.
  const entries = () => read().filter(entry => entry.url.startsWith(base) && !entry.url.startsWith('//'));
  const show = () => {
    const all = entries();
    list.replaceChildren(...all.map(entry => {
      const item = make('li', '', 'line'), link = make('a', entry.title), facts = make('p'), remove = make('button', words.remove);
      link.href = entry.url;
      const time = make('time', entry.day || '');
      if (entry.date) time.dateTime = entry.date;
      facts.append(time);
      if (entry.paper_title) {
        const original = make('cite', entry.paper_title);
        original.lang = 'en';
        facts.append(original);
      }
      remove.type = 'button';
      remove.setAttribute('aria-label', words.remove + ': ' + entry.title);
      remove.addEventListener('click', () => {
        localStorage.setItem(key, JSON.stringify(read().filter(other => other.url !== entry.url)));
        show();
        (list.querySelector('button') || status).focus();
      });
      item.append(link, facts, remove);
      return item;
    }));
    status.textContent = all.length ? '' : words.empty;
    tools.hidden = !all.length;
  };
  const file = (name, type, text) => {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const absolute = path => new URL(path, location.href).href;
  const plain = text => (text || '').replace(/[{}\\]/g, '');
  const citation = entry => `@misc{${entry.url.split('/').filter(Boolean).pop()},\n  title = {${plain(entry.paper_title || entry.title)}},\n  url = {${absolute(entry.url)}},\n  note = {${plain(entry.date)}}\n}\n`;
  const save = {
    json: () => file('saved.json', 'application/json', JSON.stringify(entries().map(({ url, title, date, paper_title }) => ({ url: absolute(url), title, date, paper_title })), null, 2) + '\n'),
    bibtex: () => Promise.all(entries().map(entry => entry.bib && entry.bib.startsWith(base)
      ? fetch(entry.bib).then(answer => answer.ok ? answer.text() : citation(entry)).catch(() => citation(entry))
      : citation(entry))).then(all => file('saved.bib', 'application/x-bibtex', all.join('\n'))),
  };
  for (const name in save) tools.querySelector('.' + name).addEventListener('click', save[name]);
  addEventListener('storage', show);
  show();
})();
