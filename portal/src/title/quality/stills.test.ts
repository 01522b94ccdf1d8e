import {describe, expect, it} from 'vitest';
import {stillsOf} from './stills';

const jpeg = btoa('picture');

describe('stillsOf', () => {
  it('takes the pictures out of a page, in order', async () => {
    const page = `<div style="--picture:url(data:image/jpeg;base64,${jpeg})"></div>
      <div style="--picture:url('data:image/png;base64,${btoa('other')}')"></div>`;
    const stills = stillsOf(page);
    expect(stills.map(({type}) => type)).toEqual(['image/jpeg', 'image/png']);
    expect(await stills[1]?.text()).toBe('other');
  });

  it('takes nothing that is no picture', () => {
    expect(stillsOf(`<div style="--picture:url(data:text/html;base64,${jpeg})"></div>`)).toEqual([]);
    expect(stillsOf('<div style="--picture:url(https://elsewhere.example/a.jpg)"></div>')).toEqual([]);
  });
});
