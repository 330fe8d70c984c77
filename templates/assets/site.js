// Reading needs none of this. Before the first paint: the theme that the reader chose. After it: the switch, copying BibTeX, sharing, saving for later, / for search, and names for tables that scroll.
(() => {
  const script = document.currentScript, words = script.dataset, root = document.documentElement;
  const base = new URL('..', script.src).pathname, savedKey = 'aidigest-saved:' + base;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value) localStorage.setItem(key, value); else localStorage.removeItem(key);
    } catch { /* a browser that keeps nothing: the choice lasts for this page */ }
  };
  const isDark = () => (root.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark';
  const bars = () => document.querySelectorAll('meta[name=theme-color]');
  const colours = [...bars()].map(bar => bar.content);
  const show = theme => {
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme; else delete root.dataset.theme;
    bars().forEach((bar, i) => { bar.content = colours[theme === 'dark' ? 1 : theme === 'light' ? 0 : i]; });
  };
  root.classList.add('js');
  show(stored('aidigest-theme'));

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    if (tag === 'button') element.type = 'button';
    return element;
  };

  // Entries that the reader put aside: newest first, each with what /saved/ shows and exports.
  const saved = () => {
    try {
      const all = JSON.parse(stored(savedKey));
      return Array.isArray(all) ? all.filter(entry => entry && typeof entry.url === 'string') : [];
    } catch {
      return [];
    }
  };
  // The text of an element; a formula is there twice, as signs and as TeX.
  const wordsOf = element => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('annotation').forEach(tex => tex.remove());
    return copy.textContent;
  };
  const pathOf = link => new URL(link, location.href).pathname;
  const entryOf = (article, link) => {
    const find = query => article.querySelector(query);
    const time = find('time') || article.closest('.day')?.querySelector('time') || document.querySelector('h1 time');
    return {
      url: pathOf(link), title: wordsOf(find('h1, h2, h3')), date: time?.dateTime, day: time?.textContent,
      paper_title: find('.orig cite') ? wordsOf(find('.orig cite')) : undefined, bib: find('.i-bib a') ? pathOf(find('.i-bib a').href) : undefined,
    };
  };
  const saveButton = (article, link, name) => {
    const button = make('button', name), path = pathOf(link);
    const press = () => {
      const on = saved().some(entry => entry.url === path);
      button.setAttribute('aria-pressed', on);
      button.title = words.save;
      button.setAttribute('aria-label', words.save + ': ' + wordsOf(article.querySelector('h1, h2, h3')));
    };
    button.addEventListener('click', () => {
      const all = saved(), rest = all.filter(entry => entry.url !== path);
      stored(savedKey, JSON.stringify(rest.length < all.length ? rest : [entryOf(article, link), ...rest]));
      press();
    });
    addEventListener('storage', press);
    press();
    return button;
  };

  const tables = () => {
    for (const box of document.querySelectorAll('.table-scroll')) {
      const watch = () => {
        if (box.scrollWidth > box.clientWidth + 1) {
          const label = box.querySelector('caption')?.textContent || words.table + ': ' + [...box.querySelectorAll('th')].slice(0, 3).map(cell => cell.textContent).join(', ');
          box.tabIndex = 0;
          box.setAttribute('role', 'region');
          box.setAttribute('aria-label', label);
        } else {
          ['tabindex', 'role', 'aria-label'].forEach(name => box.removeAttribute(name));
        }
      };
      // It calls at once too, after the layout that the first paint needs anyway: asking here would force one more.
      new ResizeObserver(watch).observe(box);
    }
  };

  document.addEventListener('DOMContentLoaded', () => {
    const top = document.querySelector('.top');
    if (top) {
      const button = make('button', 'theme');
      const press = () => button.setAttribute('aria-pressed', isDark());
      button.title = words.dark;
      button.setAttribute('aria-label', words.dark);
      button.addEventListener('click', () => {
        const next = isDark() ? 'light' : 'dark';
        const theme = (next === 'dark') === system.matches ? '' : next;
        stored('aidigest-theme', theme);
        show(theme);
        press();
      });
      system.addEventListener('change', press);
      addEventListener('storage', event => { if (event.key === 'aidigest-theme') { show(event.newValue); press(); } });
      press();
      top.append(button);
    }

    // Letters may be taken by a reader's own tools: the help of read.js switches all keys off (WCAG 2.1.4).
    addEventListener('keydown', event => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.target.closest?.('input, textarea, select, [contenteditable], dialog') || stored('aidigest-keys') === 'off') return;
      const field = document.querySelector('form[role=search] input');
      if (!field && !words.search) return;
      event.preventDefault();
      if (field) { field.focus(); field.select(); } else location.href = words.search + '#q';
    });

    tables();
    if (words.save) {
      for (const article of document.querySelectorAll('.entry')) {
        const link = article.querySelector('h2 a, h3 a');
        if (link) link.parentElement.after(saveButton(article, link.href, 'save'));
      }
    }

    const facts = document.querySelector('.paper > .facts');
    if (facts) {
      const actions = make('div', 'actions'), said = make('span'), link = facts.querySelector('.i-bib a'), here = document.querySelector('link[rel=canonical]').href;
      const tell = text => {
        said.textContent = text;
        setTimeout(() => { said.textContent = ''; }, 3000);
      };
      said.setAttribute('role', 'status');
      actions.append(saveButton(facts.parentElement, location.href, 'save'));
      if (navigator.share || navigator.clipboard) {
        const share = make('button', 'share');
        share.title = words.share;
        share.setAttribute('aria-label', words.share);
        share.addEventListener('click', () => {
          if (navigator.share) navigator.share({ title: wordsOf(document.querySelector('h1')), url: here }).catch(() => { });
          else navigator.clipboard.writeText(here).then(() => tell(words.copied), () => { });
        });
        actions.append(share);
      }

      actions.append(said);
      facts.append(actions);
      if (link && navigator.clipboard) {
        link.title = words.copy;
        link.addEventListener('click', event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          fetch(link.href).then(answer => answer.ok ? answer.text() : Promise.reject()).then(bib => navigator.clipboard.writeText(bib)).then(() => {
            tell(words.copied);
          }).catch(() => { location.href = link.href; });
        });
      }
    }
  });
})();
