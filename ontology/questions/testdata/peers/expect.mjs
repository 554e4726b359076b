// Writes what each question answers with its defaults, as SPARQL 1.1 TSV:
//
//   npm ci && node expect.mjs
//
// in this folder, after a question or exports/published has changed. The data
// are the published TriG, whose graphs are merged, and the ontology.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import oxigraph from 'oxigraph';

const here = dirname(fileURLToPath(import.meta.url));
const questions = join(here, '..', '..');
const root = join(questions, '..', '..');
const text = (...path) => readFileSync(join(...path), 'utf8');

const store = new oxigraph.Store();
store.load(text(root, 'exports/published/policygraph.trig'), { format: 'trig' });
store.load(text(root, 'ontology/policygraph.ttl'), { format: 'ttl', base_iri: 'https://w3id.org/policygraph/' });

for (const file of readdirSync(questions).filter(name => name.endsWith('.rq')).sort()) {
  const rows = store.query(text(questions, file), { results_format: 'tsv', use_default_graph_as_union: true });
  writeFileSync(join(here, '..', file.replace(/rq$/, 'tsv')), rows);
}
