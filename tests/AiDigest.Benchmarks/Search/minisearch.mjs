// usage: node minisearch.mjs ENTRIES FOLDER
// Makes what a page with MiniSearch loads: FOLDER/minisearch/ with the library and its index.
import fs from 'fs';
import MiniSearch from 'minisearch';
const [,, entries, folder] = process.argv;
fs.mkdirSync(`${folder}/minisearch`, { recursive: true });
const index = new MiniSearch({ idField: 'slug', fields: ['title', 'body'], storeFields: ['title'] });
index.addAll(fs.readFileSync(entries, 'utf8').trim().split('\n').map(line => JSON.parse(line)));
fs.writeFileSync(`${folder}/minisearch/index.json`, JSON.stringify(index));
fs.copyFileSync('node_modules/minisearch/dist/es/index.js', `${folder}/minisearch/minisearch.js`);
