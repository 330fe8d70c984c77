// Finds a tag by typing.
(() => {
  const words = document.currentScript.dataset, letters = [...document.querySelectorAll('.letter')], items = [...document.querySelectorAll('.letter li')];
  const slot = document.querySelector('.filter'), label = document.createElement('label'), input = document.createElement('input'), status = document.createElement('p');
  const fold = text => text.toLowerCase().replace(/ё/g, 'е').normalize('NFD').replace(/[\u0300-\u0305\u0307-\u036f]/g, '').replace(/[\s_-]+/g, ' ');
  const names = items.map(item => fold(item.querySelector('.group a, .group').textContent));
  input.type = 'search';
  input.autocomplete = 'off';
  label.append(words.filter, input);
  status.setAttribute('role', 'status');
  status.className = 'about';
  input.addEventListener('input', () => {
    const wanted = fold(input.value.trim());
    items.forEach((item, i) => { item.hidden = !names[i].includes(wanted); });
    letters.forEach(letter => { letter.hidden = !letter.querySelector('li:not([hidden])'); });
    document.querySelectorAll('.letters, .head + .topics').forEach(other => { other.hidden = wanted !== ''; });
    const count = items.filter(item => !item.hidden).length;
    status.textContent = wanted === '' ? '' : count ? words.found.replace('{n}', count) : words.none;
  });
  slot.append(label, status);
})();
