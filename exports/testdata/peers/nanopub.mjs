// Checks every nanopublication of a TriG document with nanopub-rs, and prints how
// many there are. With a second argument it first takes that graph out of each,
// which must make every one of them invalid.
import {readFileSync} from 'node:fs';
import {Parser, Writer} from 'n3';
import {initSync, Nanopub} from './node_modules/@nanopub/sign/web.js';

initSync({module: readFileSync(new URL('node_modules/@nanopub/sign/web_bg.wasm', import.meta.url))});

const [file, without] = process.argv.slice(2);
const nanopubs = group(read(file));

function read(name) {
  return new Parser({format: 'trig'}).parse(readFileSync(name, 'utf8'));
}

function group(quads) {
  const groups = new Map();
  for (const quad of quads) {
    const name = quad.graph.value.split('#')[0];
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(quad);
  }
  return groups;
}

function trig(quads) {
  const writer = new Writer({format: 'application/trig'});
  writer.addQuads(quads);
  let text;
  writer.end((error, result) => { text = result; });
  return text;
}

const counts = {valid: 0, invalid: 0};
for (const [name, quads] of nanopubs) {
  const kept = quads.filter(quad => !without || !quad.graph.value.endsWith(`#${without}`));
  try {
    new Nanopub(trig(kept)).check();
    counts.valid++;
  } catch (error) {
    counts.invalid++;
    if (!without) console.log(`${name}: ${error}`);
  }
}
console.log(`${counts.valid} valid, ${counts.invalid} invalid`);
