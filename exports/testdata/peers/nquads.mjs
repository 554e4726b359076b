// Reads a JSON-LD document with jsonld.js and prints its statements as N-Quads.
// Contexts outside the document are refused.
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';

const documentLoader = url => { throw new Error(`the document asks for ${url}`); };
const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
process.stdout.write(await jsonld.toRDF(document, {documentLoader, format: 'application/n-quads'}));
