// Lets the EYE reasoner derive what follows from documents by rules in N3, and prints
// what is new, as N-Triples, with a line --- between documents:
// reason.mjs rules.n3 a.n3 b.n3
//
// EYE derives statements about literals as well, which RDF does not have and readers
// refuse; their lines are passed over.
import {readFileSync} from 'node:fs';
import {n3reasoner} from 'eyereasoner';
import {Parser, Writer} from 'n3';

const [rules, ...files] = process.argv.slice(2);
const read = file => readFileSync(file, 'utf8');
for (const [i, file] of files.entries()) {
  if (i > 0) console.log('---');
  const text = await n3reasoner(read(file) + read(rules), undefined, {output: 'derivations'});
  const lines = text.split('\n').filter(line => !/^("|[-+.0-9]|true |false )/.test(line));
  process.stdout.write(new Writer({format: 'N-Triples'}).quadsToString(new Parser().parse(lines.join('\n'))));
}
