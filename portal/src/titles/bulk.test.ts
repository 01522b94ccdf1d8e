import {afterEach, describe, expect, it, vi} from 'vitest';
import {ApiError} from '../api/ApiError';
import type {Title} from '../api/types';
import {perform} from './actions';
import {performAll, reasonsOf} from './bulk';

vi.mock('./actions', () => ({perform: vi.fn()}));
afterEach(() => vi.mocked(perform).mockReset());

const TITLES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((titleId) => ({titleId, name: titleId}) as Title);

function refusal(status: number, retryAfterSeconds?: number): ApiError {
  return new ApiError({status, code: `C${status}`, detail: 'No.', advice: 'Wait.'}, retryAfterSeconds);
}

describe('performAll', () => {
  it('does all others when one fails', async () => {
    vi.mocked(perform).mockImplementation((_, id) => (id === 'c' ? Promise.reject(refusal(409)) : Promise.resolve({} as Title)));
    const result = await performAll('start', TITLES, () => {});
    expect(result.done.sort().join('')).toBe('abdefgh');
    expect(result.failed.map(({title}) => title.titleId)).toEqual(['c']);
    expect(result.left).toEqual([]);
  });

  it('begins nothing more once it is stopped', async () => {
    const end = new AbortController();
    vi.mocked(perform).mockResolvedValue({} as Title);
    const result = await performAll('start', TITLES, () => end.abort(), end.signal);
    expect(result.done.length).toBeLessThan(TITLES.length);
    expect(result.done.length + result.left.length).toBe(TITLES.length);
  });

  it('waits for a busy server', async () => {
    vi.mocked(perform).mockRejectedValueOnce(refusal(429, 0.001)).mockRejectedValueOnce(refusal(503, 0.001)).mockResolvedValue({} as Title);
    const result = await performAll('start', TITLES, () => {});
    expect(result.done.length).toBe(TITLES.length);
  });
});

describe('reasonsOf', () => {
  it('gathers those that read the same, the most frequent first', () => {
    const failed = TITLES.slice(0, 3).map((title, index) => ({title, error: refusal(index === 0 ? 404 : 409)}));
    const reasons = reasonsOf(failed, (error) => (error as ApiError).code);
    expect(reasons.map(({titles}) => titles.map(({titleId}) => titleId).join(''))).toEqual(['bc', 'a']);
  });
});
