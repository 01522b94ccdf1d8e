import {describe, expect, it} from 'vitest';
import {ApiError} from './ApiError';
import {mayTryAgain, patiently, pauseBefore} from './patience';
import {reasonOf} from './waits';

function refusal(status: number, retryAfterSeconds?: number): ApiError {
  return new ApiError({status, code: `C${status}`, detail: '', advice: ''}, retryAfterSeconds);
}

describe('pauseBefore', () => {
  it('is what the server asks for', () => {
    expect(pauseBefore(0, refusal(429, 7))).toBe(7_000);
  });

  it('grows otherwise, but not beyond half a minute', () => {
    expect([0, 1, 2, 9].map((failures) => pauseBefore(failures, refusal(0)))).toEqual([1_000, 2_000, 4_000, 30_000]);
  });
});

describe('mayTryAgain', () => {
  it('is patient with a busy server, less with one that does not answer, not at all with one that refuses', () => {
    expect([429, 0, 404].map((status) => mayTryAgain(5, refusal(status)))).toEqual([true, false, false]);
    expect([429, 0, 404].map((status) => mayTryAgain(0, refusal(status)))).toEqual([true, true, false]);
  });
});

describe('patiently', () => {
  it('tells each wait and gives what came at last', async () => {
    const waits: number[] = [];
    let calls = 0;
    const step = () => (++calls < 3 ? Promise.reject(refusal(429, 0.001)) : Promise.resolve('done'));
    expect(await patiently(step, (_, milliseconds) => waits.push(milliseconds))).toBe('done');
    expect(waits).toEqual([1, 1]);
  });

  it('throws at once what waiting does not change', async () => {
    let calls = 0;
    await expect(patiently(() => Promise.reject(refusal(++calls && 409)))).rejects.toThrow(ApiError);
    expect(calls).toBe(1);
  });
});

describe('reasonOf', () => {
  it('tells a busy server from one that is away and from a device without network', () => {
    expect([refusal(503), refusal(0), refusal(500), refusal(404)].map((error) => reasonOf(error, () => true)))
      .toEqual(['busy', 'unreachable', 'broken', undefined]);
    expect(reasonOf(refusal(0), () => false)).toBe('offline');
  });
});
