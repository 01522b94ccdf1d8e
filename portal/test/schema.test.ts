import {readFileSync} from 'node:fs';
import openapiTypescript, {astToString} from 'openapi-typescript';
import {expect, it} from 'vitest';

const DOCUMENT = new URL('../../ingest/src/main/resources/dev/reelway/ingest/accept/http/openapi.yaml', import.meta.url);
const TYPES = new URL('../src/api/schema.ts', import.meta.url);

it('schema.ts, is what openapi.yaml says (else: npm run api)', async () => {
  const types = astToString(await openapiTypescript(DOCUMENT, {defaultNonNullable: false}));
  expect(readFileSync(TYPES, 'utf8')).toContain(types.trim());
});
