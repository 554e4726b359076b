// Reads a file with a list of {schema, instance} and prints as a list of JSON
// whether each instance is valid, by ajv. A schema that is none is an error.
import {readFileSync} from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const compiled = new Map();
const validator = schema => {
  if (!compiled.has(schema.$id)) {
    compiled.set(schema.$id, new Ajv({allowUnionTypes: true, strictTypes: false}).compile(schema));
  }
  return compiled.get(schema.$id);
};
console.log(JSON.stringify(cases.map(({schema, instance}) => validator(schema)(instance))));
