// The peers of npm, each at its best settings, in their own runtime. They validate a body a line,
// or the body of the answer in an exchange a line.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import responseValidator from 'openapi-response-validator';

const [documentPath, bodiesPath] = process.argv.slice(2);
const document = JSON.parse(readFileSync(documentPath, 'utf8'));
const bodies = readFileSync(bodiesPath, 'utf8').trimEnd().split('\n');
const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
const seconds = Number(process.env.PEERS_SECONDS ?? 1);

// ajv knows no OpenAPI document: it gets the schemas with their extensions allowed.
const ajv = new Ajv({ strict: false, validateFormats: true, formats: { int64: true } });
addFormats(ajv, ['date-time']);
ajv.addSchema({ $id: 'document', components: document.components });
const byAjv = ajv.compile({ $ref: 'document#/components/schemas/ContactPage' });

const Validator = responseValidator.default ?? responseValidator;
const byResponseValidator = new Validator({
  responses: { 200: { schema: { $ref: '#/components/schemas/ContactPage' } } },
  components: document.components,
  customFormats: { int64: () => true },
});

const isExchange = 'response' in JSON.parse(bodies[0]);
const read = isExchange ? (line) => JSON.parse(line).response.body : JSON.parse;
const wrong = isExchange ? '{"response":{"body":{"results":[{}]}}}' : '{"results":[{}]}';

measure('ajv', (line) => byAjv(read(line)));
measure('openapi-response-validator', (line) =>
  byResponseValidator.validateResponse(200, read(line)) === undefined);
measure('JSON.parse alone', (line) => JSON.parse(line) !== null);

function measure(name, isValid) {
  if (isValid(wrong) && name !== 'JSON.parse alone') {
    throw new Error(`${name} allows what the schema forbids`);
  }
  let best = 0;
  for (let round = 0; round < 5; round += 1) {
    const begin = performance.now();
    let rounds = 0;
    while (performance.now() - begin < (seconds * 1000) / 5) {
      for (const body of bodies) {
        if (!isValid(body)) throw new Error(`${name} refuses a valid body`);
      }
      rounds += 1;
    }
    best = Math.max(best, (rounds * bytes * 1000) / (performance.now() - begin));
  }
  console.log(JSON.stringify({ name, rate: best }));
}
