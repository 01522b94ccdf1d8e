import type {TrackRole} from '../api/types';

/** ISO 639-1 codes with the ISO 639-2 codes that people write into file names. */
const LANGUAGES: Record<string, string> = {
  ara: 'ar', bul: 'bg', cat: 'ca', ces: 'cs', chi: 'zh', cze: 'cs', dan: 'da', deu: 'de', dut: 'nl', ell: 'el',
  eng: 'en', est: 'et', fin: 'fi', fra: 'fr', fre: 'fr', ger: 'de', gre: 'el', heb: 'he', hin: 'hi', hrv: 'hr',
  hun: 'hu', ind: 'id', isl: 'is', ita: 'it', jpn: 'ja', kor: 'ko', lav: 'lv', lit: 'lt', nld: 'nl', nor: 'no',
  pol: 'pl', por: 'pt', ron: 'ro', rum: 'ro', rus: 'ru', slk: 'sk', slo: 'sk', slv: 'sl', spa: 'es', srp: 'sr',
  swe: 'sv', tha: 'th', tur: 'tr', ukr: 'uk', vie: 'vi', zho: 'zh',
};
const SHORT = new Set([...Object.values(LANGUAGES), 'nb', 'nn', 'fa', 'ga', 'eu', 'gl', 'mk', 'sq', 'ms', 'bn', 'ta', 'te']);

const ROLES: readonly [RegExp, TrackRole][] = [
  [/\b(sdh|cc|hi)\b/, 'sdh'],
  [/\bforced\b/, 'forced'],
  [/\b(commentary|comments)\b/, 'commentary'],
  [/\b(ad|description|descriptive)\b/, 'description'],
  [/\bdub(bed)?\b/, 'dub'],
];

function withoutExtension(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '') || fileName;
}

/** "The_big.film-final.mov" → "The big film - final": what people would call it. */
export function titleNameOf(fileName: string): string {
  const stem = withoutExtension(fileName).replace(/[_.]+/g, ' ').replace(/\s+/g, ' ').trim();
  return (stem || fileName).slice(0, 200);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}

/** What is left of a sidecar's name when the master's name is taken off its front. */
export function ownPart(sidecar: string, master: string): string | undefined {
  const [stem, whole] = [withoutExtension(master).toLowerCase(), withoutExtension(sidecar).toLowerCase()];
  return whole.startsWith(stem) && !/^[a-z0-9]/.test(whole.slice(stem.length)) ? whole.slice(stem.length) : undefined;
}

/** The language that a file's name tells, such as "film.de.srt"; the last word that is one counts. */
export function languageOf(text: string): string | undefined {
  const words = wordsOf(text);
  const found = words.findLast((word) => SHORT.has(word) || word in LANGUAGES);
  return found && (LANGUAGES[found] ?? found);
}

export function roleOf(text: string): TrackRole {
  const words = wordsOf(text).join(' ');
  return ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? 'main';
}

const SHORTEST_COMMON = 4;

/** How many letters two names begin alike with, up to the end of a word. */
function commonLetters(one: string, other: string): number {
  const [left, right] = [withoutExtension(one).toLowerCase(), withoutExtension(other).toLowerCase()];
  let at = 0;
  while (at < left.length && left[at] === right[at]) {
    at += 1;
  }
  return left.slice(0, at).replace(/[a-z0-9]*$/, '').length;
}

/** Where the only largest number stands; -1 if there is none of at least so much. */
function onlyLargest(numbers: readonly number[], least: number): number {
  const largest = Math.max(least, ...numbers);
  const first = numbers.indexOf(largest);
  return first === numbers.lastIndexOf(largest) ? first : -1;
}

/** The master that a sidecar belongs to: whose name it begins with, or most of it; the only one there is. */
export function masterFor(sidecar: string, masters: readonly string[]): number {
  if (masters.length === 1) {
    return 0;
  }
  const whole = masters.map((master) => (ownPart(sidecar, master) === undefined ? -1 : master.length));
  const named = onlyLargest(whole, 0);
  return named >= 0 ? named : onlyLargest(masters.map((master) => commonLetters(sidecar, master)), SHORTEST_COMMON);
}
