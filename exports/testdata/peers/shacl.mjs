// Validates documents against sets of SHACL shapes with rdf-validate-shacl and
// prints, for each document and set, the results as JSON. Arguments: documents in
// Turtle, then --, then sets written name=file,file.
import {readFileSync} from 'node:fs';
import {Parser} from 'n3';
import env from '@zazuko/env';
import Validator from 'rdf-validate-shacl';

// Imports are dropped: they name vocabularies on the web, and all shapes are in the files.
const imports = 'http://www.w3.org/2002/07/owl#imports';
const parse = file => new Parser().parse(readFileSync(file, 'utf8')).filter(q => q.predicate.value !== imports);
const read = files => env.dataset(files.flatMap(parse));
const text = term => term?.value ?? null;

const args = process.argv.slice(2);
const split = args.indexOf('--');
const sets = args.slice(split + 1).map(a => {
  const [name, files] = a.split('=');
  return {name, validator: new Validator(read(files.split(',')), {factory: env})};
});
const answers = {};
for (const file of args.slice(0, split)) {
  const data = read([file]);
  answers[file] = {};
  for (const {name, validator} of sets) {
    answers[file][name] = (await validator.validate(data)).results.map(r => ({
      severity: text(r.severity).split('#').pop(),
      focus: text(r.focusNode),
      path: text(r.path),
      value: text(r.value),
      component: text(r.sourceConstraintComponent).split('#').pop(),
      message: r.message.map(text).join('; '),
    }));
  }
}
process.stdout.write(JSON.stringify(answers));
