import {LOUDNESS, SURROUND} from './fields';
import {addRung, removeField, setField} from './edits';
import type {Ladder} from './ladder';
import type {Path} from './yamlTree';

/** What the form does to a ladder file beyond one field. */

export function putField(text: string, path: Path, value: string): string {
  return value === '' ? removeField(text, path) : setField(text, path, value);
}

export function keepsSurround(ladder: Ladder): boolean {
  return ladder.field(SURROUND) !== 'none';
}

export function keepSurround(text: string, keep: boolean): string {
  const without = removeField(text, SURROUND);
  return keep ? without : setField(without, SURROUND, 'none');
}

export function changesLoudness(ladder: Ladder): boolean {
  return ladder.has(LOUDNESS);
}

export function changeLoudness(text: string, change: boolean): string {
  return change
    ? setField(setField(text, [...LOUDNESS, 'target'], '-23'), [...LOUDNESS, 'truePeak'], '-1')
    : removeField(text, LOUDNESS);
}

const FIRST_RUNG = new Map([['height', '720'], ['crf', '22'], ['maxBitrate', '3400k']]);
const KEPT = ['codec', 'dynamicRange', 'preset', 'maxFrameRate'];

/** A rung below the last one: two thirds of its height, half of its cap. */
export function addRungBelow(text: string, ladder: Ladder): string {
  const field = (name: string) => ladder.field(['rungs', ladder.rungs - 1, name]);
  const height = Number(field('height'));
  if (!(height > 0)) {
    return addRung(text, FIRST_RUNG);
  }
  const rung = new Map([['height', String(lower(height))]]);
  KEPT.forEach((name) => {
    const value = field(name);
    if (value !== undefined) {
      rung.set(name, value);
    }
  });
  return addRung(text, rung.set('crf', field('crf') ?? '23').set('maxBitrate', halfOf(field('maxBitrate'))));
}

function lower(height: number): number {
  return Math.max(96, 2 * Math.round(height / 3));
}

function halfOf(rate: string | undefined): string {
  const [, number = '2000', unit = 'k'] = /^([0-9.]+)([kM]?)$/.exec(rate ?? '') ?? [];
  return unit === 'M' ? `${Math.round(Number(number) * 500)}k` : `${Math.round(Number(number) / 2)}${unit}`;
}
