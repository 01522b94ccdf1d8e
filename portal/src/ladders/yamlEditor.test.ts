import {expect, it} from 'vitest';
import {smallestChange} from './yamlEditor';

it.each([
  ['crf: 22\n', 'crf: 23\n', {from: 6, to: 7, insert: '3'}],
  ['a\n', 'a\nb\n', {from: 2, to: 2, insert: 'b\n'}],
  ['aa', 'a', {from: 1, to: 2, insert: ''}],
  ['', 'x', {from: 0, to: 0, insert: 'x'}],
])('finds what differs between %j and %j', (old, next, change) => {
  expect(smallestChange(old, next)).toEqual(change);
});

it('finds nothing between equal texts', () => {
  expect(smallestChange('a', 'a')).toBeUndefined();
});
