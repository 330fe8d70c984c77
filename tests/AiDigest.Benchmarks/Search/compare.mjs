// usage: node compare.mjs ours|pagefind|minisearch FOLDER QUERIES FIGURES
// What a search costs a reader and what it finds, in a real Chromium: bytes as GitHub Pages sends them, time at 150 ms and 1.6 Mbit/s, and how many entries are among the first ten.
import { chromium } from 'playwright-core';
import http from 'http'; import fs from 'fs'; import path from 'path'; import zlib from 'zlib';
const [,, which, dir, queries, figures] = process.argv;
const gz = new Set(['.html','.js','.css','.json','.svg','.xml','.txt']);  // what GitHub Pages compresses
const types = { '.html':'text/html', '.js':'text/javascript', '.css':'text/css', '.json':'application/json', '.wasm':'application/wasm' };
let log = [];
const server = http.createServer((q, r) => {
  let p = decodeURIComponent(new URL(q.url, 'http://x').pathname);
  p = path.join(dir, p.replace(/^\/sub/, '')); if (p.endsWith('/')) p += 'index.html';
  fs.readFile(p, (e, b) => { if (e) { r.writeHead(404); return r.end(); }
    const h = { 'content-type': types[path.extname(p)] || 'application/octet-stream' };
    if (gz.has(path.extname(p))) { b = zlib.gzipSync(b); h['content-encoding'] = 'gzip'; }
    log.push([p.replace(dir, ''), b.length]); r.writeHead(200, h); r.end(b); });
}).listen(0);
const base = `http://127.0.0.1:${server.address().port}/sub/`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
const open = async throttle => {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', e => console.log('error', String(e).slice(0, 200)));
  if (throttle) { const c = await page.context().newCDPSession(page); await c.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6/8, uploadThroughput: 1.6e6/8 }); }
  return page;
};
const asks = {
  ours: { page: 'search/', prepare: async page => page.waitForTimeout(1500), ask: async (page, q) => page.evaluate(async q => (await document.querySelector('form[role=search]').ask(q)).entries.map(e => new URL(e.url).pathname.split('/').at(-2)), q), skip: /^\/assets\/(fonts|style|math|icons|site\.|card|favicon)|^\/search\/|favicon/ },
  pagefind: { page: 'empty.html', prepare: async page => page.evaluate(async b => { window.pf = await import(b + 'pagefind/pagefind.js'); await pf.options({ bundlePath: b + 'pagefind/' }); await pf.init(); }, base), ask: async (page, q) => page.evaluate(async q => { const s = await pf.search(q); const d = await Promise.all(s.results.slice(0, 10).map(r => r.data())); return d.map(x => x.url.split('/').at(-2)); }, q), skip: /empty/ },
  minisearch: { page: 'empty.html', prepare: async page => page.evaluate(async b => { const m = await import(b + 'minisearch/minisearch.js'); const t = await (await fetch(b + 'minisearch/index.json')).text(); window.ms = m.default.loadJSON(t, { fields: ['title', 'body'], storeFields: ['title'], searchOptions: { boost: { title: 2 }, fuzzy: .2, prefix: true, combineWith: 'AND' } }); }, base), ask: async (page, q) => page.evaluate(async q => ms.search(q).slice(0, 10).map(r => r.id), q), skip: /empty/ },
}[which];
const rows = fs.readFileSync(queries, 'utf8').trim().split('\n').map(l => l.split('\t'));
// first query
const times = [];
for (const [kind, q] of rows.filter(r => r[0] === 'written').slice(0, 15)) {
  const page = await open(true); log = [];
  await page.goto(base + asks.page); await asks.prepare(page);
  const t = performance.now(); await asks.ask(page, q); const ms = performance.now() - t;
  const bytes = log.filter(l => !asks.skip.test(l[0])).reduce((n, l) => n + l[1], 0);
  const after = log.filter(l => !asks.skip.test(l[0])).length;
  const b0 = log.length; log = [];
  await asks.ask(page, rows.filter(r => r[0] === 'written')[40 + times.length][1]);
  times.push([bytes, ms, after, log.reduce((n, l) => n + l[1], 0)]);
  await page.context().close();
}
const med = i => times.map(t => t[i]).sort((a, b) => a - b)[times.length >> 1];
const result = {
  'first query, KB': +(med(0) / 1000).toFixed(1), 'titles after the key, ms': Math.round(med(1)), 'requests of the first query': med(2), 'later query, KB': +(med(3) / 1000).toFixed(1),
};
const page = await open(false); await page.goto(base + asks.page); await asks.prepare(page);
const by = {};
for (const [kind, q, slug] of rows) { if (!['written', 'form', 'typo', 'layout'].includes(kind)) continue; const b = by[kind] ??= { n: 0, hit: 0 }; b.n++; try { if ((await asks.ask(page, q)).includes(slug)) b.hit++; } catch (e) { console.log(String(e).slice(0, 200)); } }
for (const k in by) result[`found in the first ten, ${k} (${by[k].n})`] = +(by[k].hit / by[k].n).toFixed(3);
fs.writeFileSync(figures, JSON.stringify(result));
await browser.close(); server.close();
