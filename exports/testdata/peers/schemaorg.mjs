// Holds documents against schema.org and prints what is wrong with each, as JSON:
// [{file, why}]. Arguments: the context of a release of the vocabulary, then
// documents. A document is expanded with that context, every type and property in
// it must be one of the release, and each thing must be one that the types of
// schema-dts (generated from the vocabulary, with domains and ranges) take.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import jsonld from 'jsonld';
import ts from 'typescript';

const [, , vocabulary, ...files] = process.argv;
const context = JSON.parse(readFileSync(vocabulary, 'utf8'));
const terms = context['@context'];
const documentLoader = async url => {
  if (url !== 'https://schema.org/') throw new Error(`${url} is fetched`);
  return {document: context, documentUrl: url};
};
const found = [];
const wrong = (file, why) => found.push({file, why});

// unknown says what in a document is no term of the vocabulary.
function unknown(file, value) {
  if (Array.isArray(value)) return value.forEach(v => unknown(file, v));
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '@type' && !(inner in terms)) wrong(file, `no type ${inner}`);
    if (!key.startsWith('@') && !(key in terms)) wrong(file, `no property ${key}`);
    unknown(file, inner);
  }
}

// plain is a document without what schema-dts does not know: languages of texts.
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('@value' in value) return value['@value'];
  return Object.fromEntries(Object.entries(value).filter(([k]) => k !== '@context').map(([k, v]) => [k, plain(v)]));
}

const sources = new Map();
for (const file of files) {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  if (document['@context'] !== 'https://schema.org/') wrong(file, 'the context is another');
  const expanded = await jsonld.expand(document, {documentLoader, safe: true}).catch(e => wrong(file, e.message));
  if (expanded?.length === 0) wrong(file, 'nothing is said');
  unknown(file, document);
  const things = document['@graph'] ?? [document];
  const types = [...new Set(things.map(t => t['@type']))];
  const lines = things.map((t, i) => `const x${i}: ${t['@type']} = ${JSON.stringify(plain(t))};`);
  sources.set(file + '.ts', `import type {${types}} from 'schema-dts';\n${lines.join('\n')}\n`);
}

const options = {
  noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
};
const host = ts.createCompilerHost(options);
const {getSourceFile, fileExists, readFile} = host;
const require = createRequire(import.meta.url);
const typesOf = name => {
  const folder = dirname(require.resolve(`${name}/package.json`));
  return join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).types);
};
host.getSourceFile = (name, ...rest) => sources.has(name) ? ts.createSourceFile(name, sources.get(name), ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
host.fileExists = name => sources.has(name) || fileExists(name);
host.readFile = name => sources.get(name) ?? readFile(name);
host.resolveModuleNameLiterals = literals => literals.map(l => ({resolvedModule: {resolvedFileName: typesOf(l.text), extension: '.d.ts'}}));
const program = ts.createProgram([...sources.keys()], options, host);
for (const d of ts.getPreEmitDiagnostics(program)) {
  wrong(d.file?.fileName ?? '', ts.flattenDiagnosticMessageText(d.messageText, '\n').split('\n').slice(-3).join(' ').slice(0, 400));
}
process.stdout.write(JSON.stringify(found, null, 1));
