// Search. The index is cut into small files below assets/search/ (docs/search.md), and a query loads those of its words. Nothing here knows grammar: a shard lists
// the forms of each word. What a file says is put on the page as text, never as markup.
(() => {
  const form = document.querySelector('form[role=search][data-index]');
  if (!form) return;
  const input = form.elements.q, list = document.getElementById('results'), status = document.getElementById('search-status'), more = document.getElementById('search-more');
  const words = form.dataset, base = new URL('..', form.action).href;
  const PAGE = 10, VERSION = 1, CHECKED = 30;
  // How much a posting's weight counts, and a form by how it came to be meant.
  const WEIGHTS = [1, 1.3, 1.6, 2.2], SAME = 1, BEGUN = .45, RELATED = (form, word) => .1 + .7 * common(form, word) / Math.max(form.length, word.length);
  const ENDINGS = new Set((' а е и й о у ы ь ю я ев ов ие ье ею ею еи ии ей ой ий ям ем ам ом ах ях их ых ия ья ию ью яя ая ое ые ее ый им ым ую юю ою ого его ому ему '
    + 'ыми ими ями ами иям ием иях иями ией ость ости остью остей ть ти л ла ло ли на но ны н нна нно нны нный нная нное нные нного нной нных нным нными нную нном нному '
    + 'ет ют ит ят ут ат ешь ишь ете ите ай яй ся сь лся лась лось лись ться тся ется ются ится ятся ил ила или ило ить ал ала али ало ать ял яла яли ять ен ена ены ено '
    + 'енный енная енное енные енного енной енных енным енными енную енном ющий ющая ющее ющие ющего ющей ющих ющим ющими вший вшая вшие вших ок ка ки ку ке кой кам ками ках ек '
    + 's es ed d ing e er ers y ies ied ly ion ions ation ations al').split(' '));
  const LONGEST = 7, LATIN = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,.`{}:"<>~', CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюехъжэбюе';
  const SOUNDS = 'shch:щ sch:щ zh:ж kh:х ts:ц ch:ч sh:ш yu:ю ju:ю ya:я ja:я yo:е a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:кс y:ы z:з'
    .split(' ').map(pair => pair.split(':'));

  // --- text, by the rules of Language/TermReader ---
  const fold = text => text.normalize('NFC').toLowerCase().replace(/ё/g, 'е').replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/ς/g, 'σ')
    .replace(/[\u00c0-\u024f]/g, letter => letter.normalize('NFD')[0]);
  const terms = text => (fold(text).match(/(?<![\p{L}\p{Nd}])[a-z](?:\+\+|#)|[\p{L}\p{Nd}]+(?:(?<=\d)\.(?=\d)[\p{L}\p{Nd}]+)*/gu) || [])
    .map(term => [...term].slice(0, 40).join('').replace(/^(\d{4}\.\d{4,5})v\d+$/, '$1'));

  // --- files ---
  const decoder = new TextDecoder('windows-1251');
  const letters = bytes => decoder.decode(bytes).replace(/\x98([\da-f]+);/g, (all, code) => String.fromCodePoint(parseInt(code, 16)));
  class Reader {
    constructor(bytes) { this.bytes = bytes; this.at = 0; }
    number() {
      let value = 0, shift = 0, byte;
      do { byte = this.bytes[this.at++]; value |= (byte & 127) << shift; shift += 7; } while (byte > 127);
      return value;
    }
    take(length) { return this.bytes.subarray(this.at, this.at += length); }
    text() { return letters(this.take(this.number())); }
    after(word) { return word.slice(0, this.number()) + this.text(); }
    name() {
      const [a, b, c, d, e] = this.take(5);
      return [a >> 3, (a & 7) << 2 | b >> 6, b >> 1 & 31, (b & 1) << 4 | c >> 4, (c & 15) << 1 | d >> 7, d >> 2 & 31, (d & 3) << 3 | e >> 5, e & 31]
        .map(digit => 'abcdefghijklmnopqrstuvwxyz234567'[digit]).join('');
    }
    many(read) { return Array.from({ length: this.number() }, read, this); }
  }
  const kept = new Map();
  const once = (key, make) => {
    if (!kept.has(key)) kept.set(key, make().catch(error => { kept.delete(key); throw error; }));
    return kept.get(key);
  };
  const get = async (url, options) => {
    const answer = await fetch(url, options);
    if (!answer.ok) throw Object.assign(new Error(url), { gone: answer.status === 404 || answer.status === 410 });
    return answer;
  };
  const read = (name, parse, type = 'bin') => once(name, async () => parse(new Reader(new Uint8Array(await (await get(`${base}assets/search/${name}.${type}`)).arrayBuffer()))));

  const loadRoot = () => once('root', async () => {
    const reader = new Reader(new Uint8Array(await (await get(new URL(words.index, location.href), { cache: 'no-cache' })).arrayBuffer()));
    if (reader.number() !== VERSION) throw Object.assign(new Error('version'), { gone: true });
    const files = () => reader.many(() => ({ from: reader.text(), name: reader.name() }));
    const root = { stops: new Set(reader.text().split(' ')), entries: reader.number(), days: reader.name() };
    root.segments = reader.many(() => ({ first: reader.number(), entries: reader.number(), shards: files(), vocabulary: files() }));
    root.block = reader.number();
    root.titles = Array.from({ length: Math.ceil(root.entries / root.block) }, () => reader.name());
    return root;
  });
  const readShard = reader => {
    const shard = { classes: new Map(), forms: new Map(), strays: new Map() };
    let key = '';
    for (let left = reader.number(); left > 0; left--) {
      key = reader.after(key);
      const group = { key, forms: [] };
      for (let forms = reader.number(); forms > 0; forms--) {
        const form = { form: reader.after(key), count: reader.number(), bytes: reader.take(reader.number()) };
        group.forms.push(form);
        shard.forms.set(form.form, group);
      }
      shard.classes.set(key, group);
    }
    for (let left = reader.number(); left > 0; left--) shard.strays.set(reader.text(), reader.text());
    return shard;
  };
  const readWords = reader => {
    let word = '';
    return reader.many(() => ({ word: word = reader.after(word), size: reader.bytes[reader.at++] }));
  };
  const place = (files, word) => {
    let low = 0, high = files.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (files[middle].from <= word) low = middle; else high = middle;
    }
    return low;
  };
  const shardOf = (segment, word) => read(segment.shards[place(segment.shards, word)].name, readShard);
  const classOf = async (segment, key) => (await shardOf(segment, key)).classes.get(key);

  // --- words ---
  const common = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    return at;
  };
  // The form of a shard that differs from a word by known endings alone, behind the longest stem.
  const byEnding = (shard, word) => {
    let best, length = 2;
    for (const [form, group] of shard.forms) {
      const stem = common(form, word);
      if (stem > length && ENDINGS.has(form.slice(stem)) && ENDINGS.has(word.slice(stem))) { best = group; length = stem; }
    }
    return best && { group: best, length };
  };
  // What a word can mean: for each segment forms with how much they count; null where no entry has it.
  const lookup = async (root, word, begun, exact) => {
    const shards = await Promise.all(root.segments.map(segment => shardOf(segment, word)));
    let key;
    for (const shard of shards) key ??= shard.forms.get(word)?.key ?? shard.strays.get(word);
    const known = key !== undefined;
    if (!known && !exact && word.length > 3) {
      const found = shards.map(shard => byEnding(shard, word)).filter(Boolean).sort((one, other) => other.length - one.length);
      key = found[0]?.group.key;
    }
    const meant = root.segments.map(() => new Map());
    if (key !== undefined && /^[#@=]/.test(word)) meant.forEach((forms, i) => { if (shards[i].forms.has(word)) forms.set(word, { ...shards[i].forms.get(word).forms[0], counts: SAME }); });
    else if (key !== undefined) {
      const groups = await Promise.all(root.segments.map(segment => classOf(segment, key)));
      groups.forEach((group, i) => group?.forms.forEach(form => meant[i].set(form.form, { ...form, counts: form.form === word ? SAME : RELATED(form.form, word) })));
    }
    if (begun && !known && word.length > 2) shards.forEach((shard, i) => {
      for (const [form, group] of shard.forms) {
        if (form.startsWith(word) && !meant[i].has(form)) meant[i].set(form, { ...group.forms.find(one => one.form === form), counts: BEGUN });
      }
    });
    return meant.some(forms => forms.size) ? { word, known, meant } : null;
  };
  // The distance of Damerau and Levenshtein (optimal string alignment) of two words.
  const distance = (one, other, most) => {
    let before, last = Array.from({ length: other.length + 1 }, (none, i) => i);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return [];
      [before, last] = [last, row];
    }
    return last;
  };
  // Stems that a mistyped word may have: the word is a stem and an ending, and one of both is mistyped.
  const candidates = (vocabulary, word, most) => {
    const rests = [];
    for (let at = Math.max(1, word.length - LONGEST); at <= word.length; at++) {
      const rest = word.slice(at);
      rests[at] = ENDINGS.has(rest) ? 0 : [...ENDINGS].some(ending => Math.abs(ending.length - rest.length) < 2 && distance(ending, rest, 1)[rest.length] < 2) ? 1 : 9;
    }
    const found = [];
    for (const { word: stem, size } of vocabulary) {
      if (stem.length > word.length + most || stem.length < word.length - LONGEST - most) continue;
      const row = distance(stem, word, most);
      let cost = 9;
      rests.forEach((rest, at) => { if (row[at] + rest < cost) cost = row[at] + rest; });
      if (cost <= most) found.push({ stem, cost, size });
    }
    return found.sort((one, other) => one.cost - other.cost || other.stem.length - one.stem.length || other.size - one.size).slice(0, 24);
  };
  const mistyped = async (root, word) => {
    if (word.length < 4 || /\d/.test(word)) return null;
    const parts = all => [...new Set(root.segments.flatMap(segment => {
      const at = place(segment.vocabulary, word[0]), end = place(segment.vocabulary, word[0] + '\uffff');
      return segment.vocabulary.filter((part, i) => all !== (i >= at && i <= end)).map(part => part.name);
    }))];
    for (const most of word.length > 8 ? [1, 2] : [1]) for (const all of [false, true]) {
      const vocabulary = (await Promise.all(parts(all).map(name => read(name, readWords)))).flat();
      const found = await Promise.all(candidates(vocabulary, word, most).map(async candidate => {
        const groups = await Promise.all(root.segments.map(segment => classOf(segment, candidate.stem)));
        const forms = groups.flatMap(group => group ? group.forms : []);
        const nearest = forms.map(form => ({ form: form.form, far: distance(form.form, word, 3)[word.length] ?? 4 })).sort((one, other) => one.far - other.far)[0];
        return { ...candidate, groups, nearest, rank: (nearest.far <= most ? nearest.far : candidate.cost + .5) };
      }));
      found.sort((one, other) => one.rank - other.rank || other.size - one.size);
      const best = found.filter((one, i) => one.rank <= found[0].rank && i < 4);
      if (!best.length) continue;
      const meant = root.segments.map((segment, i) => new Map(best.flatMap((one, order) => (one.groups[i]?.forms || [])
        .map(form => [form.form, { ...form, counts: (form.form === one.nearest.form ? SAME : RELATED(form.form, one.nearest.form)) * (order ? .8 : 1) }]))));
      return { word: best[0].nearest.form, meant };
    }
    return null;
  };
  const swap = (text, from, to) => [...text].map(letter => { const at = from.indexOf(letter); return at < 0 ? letter : to[at]; }).join('');
  const otherLayout = text => /[а-яё]/i.test(text) ? swap(text.toLowerCase().replace(/ё/g, '`'), CYRILLIC, LATIN) : swap(text.toLowerCase(), LATIN, CYRILLIC);
  const otherScript = text => {
    if (/[а-я]/.test(text)) return [[...text].map(letter => (SOUNDS.find(sound => sound[1] === letter && sound[0] !== 'sch') || [letter === 'ъ' || letter === 'ь' ? '' : letter === 'э' ? 'e' : letter])[0]).join('')];
    let rest = text, out = '';
    while (rest) {
      const sound = SOUNDS.find(one => rest.startsWith(one[0])) || [rest[0], rest[0]];
      out += sound[1];
      rest = rest.slice(sound[0].length);
    }
    return [...new Set([out, out.replace(/ы(?=[аеиоуыэюя]|$)/g, 'й').replace(/иы?[яа]/g, 'ия'), out.replace(/й(?=[аеоу])/g, '').replace(/кс/g, 'х'), out.replace(/ц/g, 'с')])];
  };
  // The terms of what was typed between spaces, each with what it means; an unknown one by the other layout, by a mistake, by the other script.
  const resolve = async (root, chunk, begun) => {
    const typed = terms(chunk).filter(term => !root.stops.has(term));
    const direct = await Promise.all(typed.map((term, i) => lookup(root, term, begun && i === typed.length - 1)));
    if (direct.every(Boolean)) return { found: direct };
    const changed = found => found.every(Boolean) && found.length ? { found, instead: found.map(one => one.word).join(' ') } : null;
    const layout = terms(otherLayout(chunk)).filter(term => !root.stops.has(term));
    const swapped = layout.length === 1 || layout.every(term => term.length > 1) ? await Promise.all(layout.map(term => lookup(root, term, begun))) : [];
    if (swapped.every(one => one?.known) && changed(swapped)) return changed(swapped);
    const corrected = await Promise.all(typed.map((term, i) => direct[i] || mistyped(root, term)));
    if (changed(corrected)) return changed(corrected);
    if (changed(swapped)) return changed(swapped);
    const scripts = await Promise.all(typed.map(async (term, i) => {
      if (direct[i]) return direct[i];
      for (const other of otherScript(term)) { const found = await lookup(root, other, begun) || await mistyped(root, other); if (found) return found; }
      return null;
    }));
    if (changed(scripts)) return changed(scripts);
    const both = await Promise.all(layout.map((term, i) => swapped[i] || mistyped(root, term)));
    return changed(both) || { found: typed.map((term, i) => direct[i] || corrected[i] || { word: term, meant: root.segments.map(() => new Map()) }) };
  };

  // --- queries ---
  const parse = text => {
    const query = { chunks: [], without: [], phrases: [], filters: [], from: '', to: '' };
    for (const [all, minus, field, value] of text.matchAll(/(?<!\S)(-?)(?:(tag|author|after|before|тег|автор|после|до):)?("[^"]*"?|«[^»]*»?|\S+)/giu)) {
      const bare = value.replace(/^["«]|["»]$/g, '');
      const kind = { тег: 'tag', автор: 'author', после: 'after', до: 'before' }[field?.toLowerCase()] || field?.toLowerCase();
      const id = /(?:^|[^\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?![\d.]*\d)/i.exec(bare), doi = /10\.\d{4,9}\/\S*[^\s.,;)\]]/i.exec(bare);
      if (kind === 'after' || kind === 'before') query[kind === 'after' ? 'from' : 'to'] = bare;
      else if (kind === 'tag') (minus ? query.without : query.filters).push('#' + terms(bare).join('-'));
      else if (kind === 'author') terms(bare).forEach(term => (minus ? query.without : query.filters).push('@' + term));
      else if (minus) { if (bare) query.without.push(...terms(bare)); }
      else if (id) query.chunks.push(id[1]);
      else if (doi) query.filters.push('=' + doi[0].toLowerCase());
      else if (value !== bare && terms(bare).length) query.phrases.push(terms(bare));
      else if (terms(bare).length || otherLayout(bare) !== bare) query.chunks.push(bare);
    }
    query.begun = /\S$/.test(text) && !/["»]$/.test(text);
    return query;
  };
  const eachPosting = (segment, form, visit) => {
    const reader = new Reader(form.bytes);
    for (let id = segment.first - 1; reader.at < form.bytes.length;) {
      const posting = reader.number();
      visit(id += (posting >> 2) + 1, posting & 3);
    }
  };
  // The numbers of the entries of a range of days.
  const range = async (root, from, to) => {
    if (!from && !to) return [0, root.entries];
    const days = await read(root.days, reader => {
      const found = [];
      for (let day = 0, id = 0; reader.at < reader.bytes.length;) { day += reader.number(); found.push([day, id]); id += reader.number(); }
      return found;
    });
    const number = text => {
      const parts = /^(\d{4})(?:[-.](\d{1,2}))?(?:[-.](\d{1,2}))?$/.exec(text);
      return parts && Date.UTC(+parts[1], (parts[2] || 1) - 1, +(parts[3] || 1)) / 864e5 + 719162;
    };
    const first = text => { const day = number(text), at = days.findIndex(one => one[0] >= day); return day === null ? null : at < 0 ? root.entries : days[at][1]; };
    return [from ? first(from) ?? 0 : 0, to ? first(to) ?? root.entries : root.entries];
  };
  const score = (root, term, counts, sums) => {
    const best = new Map();
    root.segments.forEach((segment, i) => term.meant[i].forEach(form => eachPosting(segment, form, (id, weight) => {
      const value = form.counts * WEIGHTS[weight];
      if (!(best.get(id) >= value)) best.set(id, value);
    })));
    const rare = Math.log(1 + (root.entries - best.size + .5) / (best.size + .5));
    best.forEach((value, id) => { counts[id]++; sums[id] += rare * value; });
  };
  const ask = async text => {
    const root = await loadRoot(), query = parse(text);
    const last = query.begun && query.chunks.length - 1;
    const [resolved, filters, without, phrases, [from, to]] = await Promise.all([
      Promise.all(query.chunks.map((chunk, i) => resolve(root, chunk, i === last))),
      Promise.all(query.filters.map(term => lookup(root, term, false, true).then(found => found || (term[0] === '@' ? mistypedName(root, term) : null)))),
      Promise.all(query.without.map(term => lookup(root, term, false, true))),
      Promise.all(query.phrases.flat().filter(term => !root.stops.has(term)).map(term => lookup(root, term, false, true))),
      range(root, query.from, query.to),
    ]);
    const all = [...resolved.flatMap(one => one.found), ...filters, ...phrases];
    const result = { ids: [], terms: all.filter(Boolean), phrases: query.phrases, root, instead: null };
    if (resolved.some(one => one.instead)) result.instead = query.chunks.map((chunk, i) => resolved[i].instead || chunk).join(' ');
    if ([...filters, ...phrases].includes(null) || !(all.length || query.from || query.to)) return result;
    const counts = new Uint8Array(root.entries), sums = new Float64Array(root.entries), barred = new Uint8Array(root.entries);
    all.forEach(term => score(root, term, counts, sums));
    without.forEach(term => term && score(root, term, barred, new Float64Array(root.entries)));
    const ids = [];
    for (let id = from; id < to; id++) if (!barred[id]) ids.push(id);
    const must = filters.length + phrases.length, most = ids.reduce((top, id) => Math.max(top, counts[id]), 0);
    if (most === 0 && all.length || most < must) return result;
    result.ids = ids.filter(id => counts[id] === most).sort((one, other) => sums[other] - sums[one] || other - one);
    if (must && most < all.length) {
      const strict = new Uint8Array(root.entries), none = new Float64Array(root.entries);
      [...filters, ...phrases].forEach(term => score(root, term, strict, none));
      result.ids = result.ids.filter(id => strict[id] === must);
    }
    if (query.phrases.length) result.ids = await withPhrases(result.ids.slice(0, CHECKED), query.phrases, root);
    return result;
  };
  const mistypedName = async (root, term) => {
    const other = otherScript(term.slice(1)).map(name => '@' + name);
    for (const name of other) { const found = await lookup(root, name, false, true); if (found) return found; }
    return null;
  };

  // --- entries ---
  const title = async (root, id) => {
    const block = await read(root.titles[Math.floor(id / root.block)], reader => new TextDecoder().decode(reader.bytes).split('\n').map(line => line.split('\t')), 'txt');
    const [text, address, day, ...tags] = block[1 + id % root.block];
    return {
      text, url: base + (address[0] === '/' ? address.slice(1) : `papers/${address}/`), day: new Date(Date.UTC(2000, 0, 1) + day * 864e5),
      tags: tags.map(tag => ({ slug: block[0][2 * tag], text: block[0][2 * tag + 1] })),
    };
  };
  // The text of an entry's page, in blocks.
  const pageOf = url => once(url, async () => {
    const page = new DOMParser().parseFromString(await (await get(url)).text(), 'text/html');
    const id = new URL(url).hash.slice(1), root = id && page.getElementById(id) || page.querySelector('article') || page.querySelector('main') || page.body;
    const body = root.querySelector('.prose') || root;
    const blocks = [...body.querySelectorAll('p,li,h2,h3,h4,h5,h6,td,th,dt,dd,pre,figcaption')].filter(block => !block.querySelector('p,li,td,dd'));
    const facts = [...root.querySelectorAll('h1,header,.facts')].filter(block => !body.contains(block));
    const text = block => { block.querySelectorAll('annotation,script,style').forEach(hidden => hidden.remove()); return block.textContent.replace(/[^\S\u00a0\u202f]+/g, ' ').trim(); };
    return { blocks: (blocks.length ? blocks : [body]).map(text).filter(Boolean), facts: facts.map(text) };
  });
  const withPhrases = async (ids, phrases, root) => {
    const pages = await Promise.all(ids.map(async id => {
      const entry = await title(root, id), page = await pageOf(entry.url);
      return [entry.text, ...page.blocks, ...page.facts].map(block => ` ${terms(block).join(' ')} `);
    }));
    return ids.filter((id, i) => phrases.every(phrase => pages[i].some(block => block.includes(` ${phrase.join(' ')} `))));
  };
  const pieces = (text, forms) => [...text.matchAll(/[\p{L}\p{Nd}\p{M}\u00ad]+(?:\.\p{Nd}+)*(?:\+\+|#)?/gu)]
    .map(match => ({ at: match.index, end: match.index + match[0].length, found: terms(match[0]).some(term => forms.has(term)) && terms(match[0])[0] }));
  const marked = (text, forms, from = 0, to = text.length) => {
    const fragment = document.createDocumentFragment();
    let at = from;
    for (const piece of pieces(text, forms)) {
      if (!piece.found || piece.at < from || piece.end > to) continue;
      fragment.append(text.slice(at, piece.at));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(piece.at, piece.end);
      fragment.append(mark);
      at = piece.end;
    }
    fragment.append(text.slice(at, to));
    return fragment;
  };
  // The part of a text that holds most of what was found.
  const passage = (blocks, forms) => {
    const LENGTH = 240;
    let best = { text: blocks[0] || '', from: 0, value: -1 };
    for (const text of blocks) {
      const found = pieces(text, forms).filter(piece => piece.found);
      found.forEach((piece, i) => {
        const near = found.slice(i).filter(other => other.end - piece.at < LENGTH);
        const value = 10 * new Set(near.map(other => other.found)).size + near.length;
        if (value > best.value) best = { text, from: piece.at, value };
      });
    }
    let from = Math.max(0, best.from - 60), to = Math.min(best.text.length, from + LENGTH);
    if (from > 0) from = best.text.indexOf(' ', from) + 1 || from;
    if (to < best.text.length) to = Math.max(best.text.lastIndexOf(' ', to), from + 1);
    const fragment = marked(best.text, forms, from, to);
    if (from > 0) fragment.prepend('…\u00a0');
    if (to < best.text.length) fragment.append('\u00a0…');
    return fragment;
  };

  // --- the page ---
  const dates = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
  const make = (name, properties, ...children) => { const node = Object.assign(document.createElement(name), properties); node.append(...children); return node; };
  const seen = 'IntersectionObserver' in window ? new IntersectionObserver(found => found.forEach(one => { if (one.isIntersecting) { seen.unobserve(one.target); one.target.show(); } }), { rootMargin: '600px' }) : null;
  const item = (entry, forms, isNow) => {
    const text = make('p', { className: 'passage' });
    const node = make('li', {},
      make('h2', {}, make('a', { href: entry.url }, marked(entry.text, forms))),
      make('p', { className: 'meta' }, make('time', { dateTime: entry.day.toISOString().slice(0, 10) }, dates.format(entry.day).replace(/\s*г\.$/, '')),
        ...(entry.tags.length ? [make('span', { className: 'tags' }, ...entry.tags.flatMap((tag, i) => [i ? ' ' : '', words.tags === undefined ? tag.text : make('a', { href: `${base}tags/${tag.slug}/` }, tag.text)]))] : [])),
      text);
    node.show = () => pageOf(entry.url).then(page => { if (isNow()) text.append(passage(page.blocks, forms)); }).catch(() => text.remove());
    return node;
  };
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name]);
  let turn = 0, timer = 0, shown = null;
  const showMore = async () => {
    const { result, mine } = shown, isNow = () => mine === turn, start = list.children.length;
    const entries = await Promise.all(result.ids.slice(start, start + PAGE).map(id => title(result.root, id)));
    if (!isNow() || list.children.length !== start) return null;
    const items = entries.map(entry => item(entry, result.forms, isNow));
    list.append(...items);
    more.hidden = list.children.length >= result.ids.length;
    setTimeout(() => { if (isNow()) items.forEach(one => seen ? seen.observe(one) : one.show()); }, 150);
    return items[0];
  };
  const run = async (again = true) => {
    const mine = ++turn, text = input.value.trim();
    document.title = text ? `${text} — ${title0}` : title0;
    if (!text) { list.replaceChildren(); more.hidden = true; status.textContent = ''; return; }
    try {
      const result = await ask(text);
      if (mine !== turn) return;
      result.forms = new Set(result.terms.flatMap(term => term.meant.flatMap(forms => [...forms.keys()])).concat(...result.phrases));
      await Promise.all(result.ids.slice(0, PAGE).map(id => title(result.root, id)));
      if (mine !== turn) return;
      list.replaceChildren();
      shown = { result, mine };
      await showMore();
      status.textContent = (result.ids.length ? say(words.found, { n: result.ids.length }) : words.none) + (result.instead && result.ids.length ? ' ' + say(words.instead, { q: result.instead }) : '');
    } catch (error) {
      if (mine !== turn) return;
      // The site was published anew under an open tab: files of the old index are gone, and its root tells their new names.
      if (again && error.gone) { kept.clear(); return run(false); }
      list.replaceChildren();
      more.hidden = true;
      status.textContent = words.failed;
    }
  };
  const title0 = document.title;
  let settled = true;
  const address = () => { const url = new URL(location.href); url.hash = ''; if (input.value.trim()) url.searchParams.set('q', input.value.trim()); else url.searchParams.delete('q'); return url; };
  const keep = () => {
    if (address().href === location.href) return;
    history[settled ? 'pushState' : 'replaceState'](null, '', address());
    settled = false;
  };
  const fromAddress = () => { input.value = new URL(location.href).searchParams.get('q') || ''; settled = true; return run(); };
  input.addEventListener('input', event => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => { keep(); run(); }, 120);
  });
  input.addEventListener('compositionend', () => { clearTimeout(timer); keep(); run(); });
  input.addEventListener('change', () => { settled = true; });
  form.addEventListener('submit', event => { event.preventDefault(); clearTimeout(timer); keep(); settled = true; run(); });
  more.addEventListener('click', async () => { (await showMore())?.querySelector('a').focus(); });
  addEventListener('popstate', fromAddress);
  addEventListener('online', () => { if (input.value.trim()) run(); });
  // For tests.
  form.terms = terms;
  form.ask = async text => { const result = await ask(text); return { ...result, entries: await Promise.all(result.ids.slice(0, PAGE).map(id => title(result.root, id))) }; };
  if (location.hash === '#q') input.focus();
  loadRoot().catch(() => {});
  fromAddress();
})();
