// Reads the tables of a folder by their metadata with rdf-parser-csvw and prints
// what they say as a list of N-Triples. The parser takes the metadata as RDF and
// knows no lists; columns with a separator are left out.
import {createReadStream, readFileSync} from 'node:fs';
import {join} from 'node:path';
import rdf from '@zazuko/env';
import CsvwParser from 'rdf-parser-csvw';

const csvw = name => rdf.namedNode(`http://www.w3.org/ns/csvw#${name}`);
const ns = rdf.namespace('http://www.w3.org/1999/02/22-rdf-syntax-ns#');

const described = ({tableSchema}, dialect) => {
  const dataset = rdf.dataset();
  const say = (s, p, o) => dataset.add(rdf.quad(s, p, typeof o === 'string' ? rdf.literal(o) : o));
  const [table, schema, how] = [rdf.blankNode(), rdf.blankNode(), rdf.blankNode()];
  say(table, csvw('dialect'), how);
  say(how, csvw('trim'), String(dialect.trim));
  say(how, csvw('lineTerminators'), dialect.lineTerminators ?? '\n');
  say(table, csvw('tableSchema'), schema);
  say(schema, csvw('aboutUrl'), tableSchema.aboutUrl);
  let list = ns.nil;
  for (const column of tableSchema.columns.toReversed()) {
    const [node, cell] = [rdf.blankNode(), rdf.blankNode()];
    for (const name of ['name', 'lang', 'propertyUrl', 'valueUrl']) {
      if (column[name]) say(node, csvw(name), column[name]);
    }
    if (column.virtual) say(node, csvw('virtual'), 'true');
    else say(node, csvw('title'), column.name);
    if (column.suppressOutput || column.separator) say(node, csvw('suppressOutput'), 'true');
    say(node, csvw('datatype'), rdf.namedNode(`http://www.w3.org/2001/XMLSchema#${column.datatype?.base ?? column.datatype ?? 'string'}`));
    say(cell, ns.first, node);
    say(cell, ns.rest, list);
    list = cell;
  }
  say(schema, csvw('column'), list);
  return dataset;
};

const folder = process.argv[2];
const {dialect, tables} = JSON.parse(readFileSync(join(folder, 'csv-metadata.json'), 'utf8'));
const triples = [];
for (const table of tables.filter(t => !t.suppressOutput)) {
  const parser = new CsvwParser({metadata: described(table, dialect), factory: rdf, baseIRI: `http://example.org/${table.url}`});
  for await (const quad of parser.import(createReadStream(join(folder, table.url), 'utf8'))) {
    if (quad.subject.termType === 'NamedNode') triples.push(rdf.dataset([quad]).toCanonical().trim());
  }
}
process.stdout.write(JSON.stringify(triples));
