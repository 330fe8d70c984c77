// Follows the preview: reloads, swaps style sheets, shows mistakes. `aidigest serve` sends it with each page; no built file names it.
(() => {
  'use strict';

  const data = document.currentScript.dataset;
  const page = { session: data.session, version: Number(data.version), build: Number(data.build), frame: data.frame };
  const isErrorPage = page.frame === '';
  const dismissedKey = 'aidigest-dismissed';

  // ---- what to do about a new state -------------------------------------------------------------------------------------------

  let wanted = null;
  let busy = false;

  const apply = async (state) => {
    wanted = state;
    if (busy) {
      return;
    }
    busy = true;
    try {
      while (wanted) {
        const next = wanted;
        wanted = null;
        await follow(next);
      }
    } catch {
      // The server has gone in the middle; the next connection tells the state anew.
    } finally {
      busy = false;
    }
  };

  const follow = async (state) => {
    if (isErrorPage) {
      if (state.session !== page.session || state.version !== page.version) {
        location.reload();
      }
      return;
    }
    show(state);
    if (state.session === page.session && state.build === page.build) {
      return;
    }
    if (state.session !== page.session || page.build < state.reload) {
      location.reload();
      return;
    }
    const response = await fetch(location.href, { cache: 'no-store' });
    if (response.headers.get('X-AiDigest-Frame') !== page.frame) {
      location.reload();
      return;
    }
    swapStyles(new DOMParser().parseFromString(await response.text(), 'text/html'));
    page.build = state.build;
  };

  // A sheet is taken away when its successor has come, so that the page never stands bare and its scroll stays.
  const swapStyles = (fresh) => {
    const sheets = 'link[rel~="stylesheet"]';
    const old = document.querySelectorAll(`${sheets}:not([data-aidigest-old])`);
    fresh.querySelectorAll(sheets).forEach((link, i) => {
      const before = old[i];
      const address = link.getAttribute('href');
      if (!before || before.getAttribute('href') === address) {
        return;
      }
      const after = before.cloneNode();
      after.setAttribute('href', address);
      after.addEventListener('load', () => before.remove());
      after.addEventListener('error', () => before.remove());
      before.setAttribute('data-aidigest-old', '');
      before.after(after);
    });
  };

  // ---- mistakes over the page -------------------------------------------------------------------------------------------------

  const look = `
    dialog { box-sizing: border-box; width: min(72rem, calc(100vw - 2rem)); max-height: calc(100vh - 4rem); margin: 2rem auto auto; padding: 1rem 1.5rem 1.5rem;
      overflow: auto; border: 0; border-top: .375rem solid #c4302b; border-radius: .375rem; background: #1d1e21; color: #f1efe9;
      font: 1rem/1.5 system-ui, sans-serif; text-align: left; box-shadow: 0 1rem 3rem rgb(0 0 0 / .5); }
    dialog::backdrop { background: rgb(0 0 0 / .4); }
    header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
    h1 { margin: 0; font-size: 1.25rem; }
    button { font: inherit; color: inherit; background: #3a3b40; border: 1px solid #77787d; border-radius: .25rem; padding: .25rem .75rem; cursor: pointer; }
    button:focus-visible { outline: .1875rem solid #8ab4f8; outline-offset: .125rem; }
    ol { margin: 1rem 0 0; padding: 0; list-style: none; }
    li { padding: .75rem 0; border-top: 1px solid #44454a; }
    p { margin: 0; color: #c9c6be; }
    li p { color: #ffb4ab; overflow-wrap: anywhere; }
    pre { margin: .5rem 0 0; overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; }`;

  let host = null;
  let shown = '';

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...children);
    return made;
  };

  const show = ({ mistakes, lang, title: heading, below, close: closing }) => {
    const key = JSON.stringify(mistakes);
    if (key === shown) {
      return;
    }
    hide();
    if (mistakes.length === 0) {
      sessionStorage.removeItem(dismissedKey);
      return;
    }
    if (sessionStorage.getItem(dismissedKey) === key) {
      return;
    }
    shown = key;

    const title = element('h1', heading);
    title.id = 'title';
    const close = element('button', closing);
    close.type = 'button';
    const list = element('ol', '', ...mistakes.map((mistake) => {
      const [first, ...rest] = mistake.split('\n');
      return element('li', '', element('p', first), ...(rest.length > 0 ? [element('pre', rest.join('\n'))] : []));
    }));
    const dialog = element('dialog', '', element('header', '', title, close), element('p', below), list);
    dialog.lang = lang;
    dialog.setAttribute('aria-labelledby', title.id);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      if (shown === key) {
        sessionStorage.setItem(dismissedKey, key);
        hide();
      }
    });

    // A sheet made by script is no inline style: the strictest policy of a page lets it in.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    host = document.createElement('aidigest-overlay');
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(dialog);
    document.body.append(host);
    dialog.showModal();
  };

  const hide = () => {
    shown = '';
    host?.remove();
    host = null;
  };

  // ---- the stream of events ---------------------------------------------------------------------------------------------------

  let source = null;

  // A browser keeps six connections to a host: tabs that nobody sees give theirs up, and ask for the state when they are seen again.
  const connect = () => {
    if (source || document.visibilityState === 'hidden') {
      return;
    }
    source = new EventSource('/_aidigest/events');
    for (const name of ['state', 'reload', 'css', 'mistakes', 'mended']) {
      source.addEventListener(name, (event) => apply(JSON.parse(event.data)));
    }
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(connect, 1000);
      }
    });
  };

  const disconnect = () => {
    source?.close();
    source = null;
  };

  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? disconnect() : connect()));
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  connect();
})();
