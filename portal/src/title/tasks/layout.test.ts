import {describe, expect, it} from 'vitest';
import {boxOf, layOut, linesSeen, MARGIN, moved, placeAt} from './layout';

describe('layOut', () => {
  it('puts few chunks on one line of wide cells', () => {
    const layout = layOut(3, 2, 1000);
    expect(layout.lines).toBe(1);
    expect(layout.cellWidth).toBe(40);
  });

  it('breaks many chunks into lines', () => {
    const layout = layOut(5000, 7, 1072);
    expect(layout.columns).toBe(125);
    expect(layout.lines).toBe(40);
    expect(layout.height).toBe(40 * layout.lineHeight);
  });

  it('has a column even where there is no room', () => {
    expect(layOut(10, 3, 0).columns).toBe(1);
  });
});

describe('placeAt', () => {
  it('finds every cell at its own middle', () => {
    const layout = layOut(300, 4, 500);
    for (const place of [{chunk: 0, rung: 0}, {chunk: 52, rung: 3}, {chunk: 53, rung: 0}, {chunk: 299, rung: 2}]) {
      const {x, y, width, height} = boxOf(layout, place);
      expect(placeAt(layout, x + width / 2, y + height / 2)).toEqual(place);
    }
  });

  it('finds nothing in the margin, between lines and after the last chunk', () => {
    const layout = layOut(60, 4, 500);
    expect(placeAt(layout, MARGIN - 1, 20)).toBeUndefined();
    expect(placeAt(layout, MARGIN + 1, layout.lineHeight - 1)).toBeUndefined();
    expect(placeAt(layout, 499, layout.lineHeight + 20)).toBeUndefined();
  });
});

describe('linesSeen', () => {
  it('names the lines that the window cuts, no more', () => {
    const layout = layOut(5000, 7, 1072);
    expect(linesSeen(layout, layout.lineHeight * 2.5, layout.lineHeight)).toEqual({from: 2, until: 4});
    expect(linesSeen(layout, layout.height - 1, 500).until).toBe(40);
  });
});

describe('moved', () => {
  const layout = layOut(100, 3, 472);

  it('stays inside the map', () => {
    expect(moved(layout, {chunk: 0, rung: 0}, 'ArrowLeft')).toEqual({chunk: 0, rung: 0});
    expect(moved(layout, {chunk: 99, rung: 2}, 'ArrowDown')).toEqual({chunk: 99, rung: 2});
  });

  it('goes from the last rung to the line below and back', () => {
    const below = moved(layout, {chunk: 7, rung: 2}, 'ArrowDown');
    expect(below).toEqual({chunk: 7 + layout.columns, rung: 0});
    expect(below && moved(layout, below, 'ArrowUp')).toEqual({chunk: 7, rung: 2});
  });

  it('knows no other keys', () => {
    expect(moved(layout, {chunk: 7, rung: 2}, 'a')).toBeUndefined();
  });
});
