#!/usr/bin/env python3
"""Draw 700 queries of two words of one entry, by chance: as written, in other forms, with one slip, in the wrong keyboard layout.

usage: queries.py DICTIONARY ENTRIES OUTPUT

DICTIONARY is Hunspell's ru_RU without .aff and .dic, ENTRIES the entries.jsonl of corpus.py. OUTPUT gets lines of kind, query and slug.
"""
import json, random, re, sys

WORD = re.compile('[а-яё]+')
LETTERS = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'
LAYOUT = dict(zip("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"))


def fold(text):
    return text.lower().replace('ё', 'е')


def bare(affix):
    return '' if affix == '0' else affix.split('/')[0]


def lemmas(path):
    rules = {}
    for line in open(path + '.aff', encoding='utf8'):
        field = line.split()
        if len(field) == 5 and field[0] == 'SFX':
            condition = re.compile(('' if field[4] == '.' else field[4]) + '$')
            rules.setdefault(field[1], []).append((bare(field[2]), bare(field[3]), condition))
    for line in open(path + '.dic', encoding='utf8').read().split('\n')[1:]:
        word, _, flags = line.strip().partition('/')
        if word:
            more = [word[:len(word) - len(cut)] + add for flag in flags for cut, add, condition in rules.get(flag, [])
                    if word.endswith(cut) and condition.search(word)]
            yield list(dict.fromkeys(fold(form) for form in [word] + more))


def main(dictionary, entries, output):
    random.seed(77)
    all_forms, lemma_of = [], {}
    for number, forms in enumerate(lemmas(dictionary)):
        all_forms.append(forms)
        for form in forms:
            lemma_of.setdefault(form, []).append(number)
    entries = [json.loads(line) for line in open(entries, encoding='utf8')]
    lemma = lambda word: lemma_of[word][0] if word in lemma_of else word
    holders = {}
    for number, entry in enumerate(entries):
        for word in set(map(lemma, WORD.findall(fold(entry['title'] + ' ' + entry['body'])))):
            holders.setdefault(word, set()).add(number)

    def pick(entry):
        words = [word for word in WORD.findall(fold(entry['body'])) if len(word) > 4 and len(holders[lemma(word)]) < len(entries) * .1]
        for _ in range(40 if len(words) > 3 else 0):
            one, other = random.sample(words, 2)
            if lemma(one) != lemma(other) and len(holders[lemma(one)] & holders[lemma(other)]) <= 10:
                return [one, other]

    def other_forms(words):
        others = []
        for word in words:
            forms = [form for number in lemma_of.get(word, []) for form in all_forms[number] if form != word]
            others.append(random.choice(forms) if forms else None)
        return ' '.join(other or word for word, other in zip(words, others)) if any(others) else None

    def slip(words):
        words = sorted(words, key=len)
        word = words[-1]
        while len(word) > 5:
            at = random.randrange(len(word))
            made = random.choice([word[:at] + random.choice(LETTERS) + word[at + 1:], word[:at] + word[at + 1:],
                                  word[:at] + random.choice(LETTERS) + word[at:],
                                  word[:at] + word[at + 1:at + 2] + word[at:at + 1] + word[at + 2:]])
            if made != word and made not in lemma_of:
                return ' '.join(words[:-1] + [made])

    kinds = [('written', 200, ' '.join), ('form', 200, other_forms), ('typo', 200, slip),
             ('layout', 100, lambda words: ''.join(LAYOUT.get(letter, letter) for letter in ' '.join(words)))]
    with open(output, 'w', encoding='utf8') as file:
        for kind, count, change in kinds:
            while count:
                entry = random.choice(entries)
                words = pick(entry)
                query = change(words) if words else None
                if query:
                    file.write('\t'.join([kind, query, entry['slug']]) + '\n')
                    count -= 1


main(*sys.argv[1:])
