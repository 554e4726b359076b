// Reads BibTeX or RIS with citation.js and prints what it finds as CSL-JSON,
// and for BibTeX the entries as they stand beside it.
import {readFileSync} from 'node:fs';
import {plugins} from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

const [, , path, format] = process.argv;
const read = options => plugins.input.chain(readFileSync(path, 'utf8'), {generateGraph: false, ...options});
const forceType = {bib: '@biblatex/text', ris: '@ris/file'}[format];
const raw = format === 'bib' ? read({forceType, target: '@biblatex/entries+list'}) : [];
process.stdout.write(JSON.stringify({raw, csl: read({forceType})}));
