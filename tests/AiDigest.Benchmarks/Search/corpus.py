#!/usr/bin/env python3
"""Write a site of entries with real Russian vocabulary.

usage: corpus.py PACKAGES N SITE

PACKAGES is a folder into which Debian's libreoffice-help-ru, gimp-help-ru and manpages-ru were unpacked (dpkg-deb -x).
Their texts are cut into N entries; where they are too short for so many, the rest are drawn from their paragraphs by chance. SITE gets content/, and entries.jsonl for queries.py. Standard library only.
"""
import datetime, glob, gzip, html, json, os, random, re, sys

TAGS = ("diffusion acceleration agents quantization distillation reinforcement-learning robotics attention long-context benchmark "
        "memory safety evaluation").split()


def plain(part):
    return re.sub(r'\s+', ' ', html.unescape(re.sub(r'<[^>]+>', '', part))).strip()


def paragraphs(page):
    page = re.sub(r'(?s)<(script|style|aside|header|nav)\b.*?</\1>', ' ', page)
    heading = re.search(r'(?s)<h[12][^>]*>(.*?)</h[12]>', page)
    found = [plain(m.group(2)) for m in re.finditer(r'(?s)<(p|h[2-6]|dt|li)\b[^>]*>(.*?)</\1>', page)]
    return (plain(heading.group(1)) if heading else 'без названия'), list(dict.fromkeys(found))


def documents(folder):
    for path in sorted(glob.glob(folder + '/usr/share/libreoffice/help/ru/text/**/*.html', recursive=True)
                       + glob.glob(folder + '/usr/share/gimp/2.0/help/ru/*.html')):
        yield paragraphs(open(path, encoding='utf8', errors='replace').read())
    for path in sorted(glob.glob(folder + '/usr/share/man/ru/man*/*.gz')):
        lines = [line for line in gzip.open(path, 'rt', encoding='utf8', errors='replace') if not line.startswith('.\\"')]
        text = ' '.join(re.sub(r'^\.[A-Z]{1,2}\b ?', '', line.strip()) for line in lines)
        text = re.sub(r'\\f.|\\&|\\\(..|\\', '', text)
        yield os.path.basename(path).split('.')[0], [part.strip() for part in re.findall(r'.{200,600}?[.!?] ', text)]


def is_russian(text):
    return len(re.findall('[а-яА-ЯёЁ]', text)) > len(re.findall('[a-zA-Z]', text))


def cut(texts, size):
    for title, parts in texts:
        text = ''
        for part in parts:
            text += part + '\n\n'
            if len(text) >= size:
                yield title, text
                text = ''
        if len(text) > size // 2:
            yield title, text


def main(packages, count, site):
    random.seed(1)
    texts = [(title, [part for part in parts if len(part) > 40 and is_russian(part)]) for title, parts in documents(packages)]
    size = max(500, sum(len(part) for _, parts in texts for part in parts) // count)
    entries = list(cut(texts, size))
    while len(entries) < count and size > 400:
        size -= size // 20
        entries = list(cut(texts, size))
    known = len(entries)
    while len(entries) < count:
        title, text = entries[random.randrange(known)]
        entries.append((title, text.split('\n\n')[0] + '\n\n' + entries[random.randrange(known)][1]))
    random.shuffle(entries)
    os.makedirs(site + '/content/papers', exist_ok=True)
    open(site + '/content/site.yaml', 'w').write('title: Дайджест\nurl: https://example.org/sub/\n')
    with open(site + '/entries.jsonl', 'w', encoding='utf8') as log:
        for number, (title, text) in enumerate(entries[:count]):
            text = re.sub(r'[<*_`\[$#]', ' ', text).strip()
            title = re.sub(r'[\\\s]+', ' ', (title + ': ' + text.split('. ')[0][:70].rsplit(' ', 1)[0])[:110])
            day = datetime.date(2026, 11, 1) - datetime.timedelta(days=number // 10)
            slug = 'doc-%05d' % number
            tags = ', '.join(random.sample(TAGS, 3))
            head = '---\ntitle: %s\ndate: %s\ntags: [%s]\n---\n\n' % (json.dumps(title, ensure_ascii=False), day, tags)
            open('%s/content/papers/%s.md' % (site, slug), 'w', encoding='utf8').write(head + text + '\n')
            log.write(json.dumps(dict(slug=slug, title=title, body=text), ensure_ascii=False) + '\n')


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
