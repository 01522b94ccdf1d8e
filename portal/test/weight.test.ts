import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';

const BUILT = fileURLToPath(new URL('../target/classes/dev/reelway/portal', import.meta.url));
const MOST_BYTES = 300_000;

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

type Manifest = Record<string, Chunk>;

/** Every file that must come before the named sources run. */
function filesFor(manifest: Manifest, sources: string[], seen = new Set<string>()): Set<string> {
  for (const source of sources) {
    const chunk = manifest[source];
    if (chunk && !seen.has(chunk.file)) {
      seen.add(chunk.file);
      chunk.css?.forEach((file) => seen.add(file));
      filesFor(manifest, chunk.imports ?? [], seen);
    }
  }
  return seen;
}

describe.skipIf(!existsSync(BUILT))('what was built', () => {
  const manifest = () => JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Manifest;

  it.each(['titles/TitlesPage', 'title/TitlePage', 'upload/UploadPage', 'operations/OperationsPage', 'ladders/LaddersPage'])(
    'first load of %s, weighs less than 300 kB compressed',
    (page) => {
      const files = filesFor(manifest(), ['index.html', `src/${page}.tsx`]);
      const weight = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
      expect(files.size).toBeGreaterThan(1);
      expect(weight).toBeLessThan(MOST_BYTES);
    },
  );

  it('index.html, has no inline script or style', () => {
    const page = readFileSync(join(BUILT, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=/);
  });
});
