// Reading needs none of this. Before the first paint: the theme that the reader chose. After it: the switch, the copying of BibTeX, and / for search.
(() => {
  const key = 'aidigest-theme', root = document.documentElement, words = document.currentScript.dataset;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = value => {
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
  show(stored());

  document.addEventListener('DOMContentLoaded', () => {
    const top = document.querySelector('.top');
    if (top) {
      const button = document.createElement('button');
      const press = () => button.setAttribute('aria-pressed', isDark());
      button.type = 'button';
      button.className = 'theme';
      button.title = words.dark;
      button.setAttribute('aria-label', words.dark);
      button.addEventListener('click', () => {
        const next = isDark() ? 'light' : 'dark';
        const theme = (next === 'dark') === system.matches ? '' : next;
        stored(theme);
        show(theme);
        press();
      });
      system.addEventListener('change', press);
      addEventListener('storage', event => { if (event.key === key) { show(event.newValue); press(); } });
      press();
      top.append(button);
    }

    addEventListener('keydown', event => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.target.closest?.('input, textarea, select, [contenteditable]')) return;
      const field = document.querySelector('form[role=search] input');
      if (!field && !words.search) return;
      event.preventDefault();
      if (field) { field.focus(); field.select(); } else location.href = words.search + '#q';
    });

    const link = words.copy && navigator.clipboard && document.querySelector('.facts .i-bib a');
    if (link) {
      const text = link.textContent, said = document.createElement('span');
      said.setAttribute('role', 'status');
      link.after(said);
      link.title = words.copy;
      link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        fetch(link.href).then(answer => answer.ok ? answer.text() : Promise.reject()).then(bib => navigator.clipboard.writeText(bib)).then(() => {
          said.textContent = words.copied;
          setTimeout(() => { said.textContent = ''; }, 3000);
        }).catch(() => { location.href = link.href; });
      });
    }
  });
})();
