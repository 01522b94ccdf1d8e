import {describe, expect, it} from 'vitest';
import {
  advance, missingFiles, sentBytes, submissionOf, totalBytes, waitAfter, type Transfer, type TransferEvent,
} from './transfer';

const FAULT = {message: 'The server cannot be reached.', code: 'UNREACHABLE', advice: 'Check the network.'};

function transfer(): Transfer {
  return {
    id: 'x', owner: 'me', form: {name: 'Film', start: 'manual'} as Transfer['form'], state: 'queued', tries: 0,
    pieces: [
      {purpose: 'sidecar', mark: {fileName: 'film.de.srt', sizeBytes: 100, head: 'a'}, receivedBytes: 0, isDone: false, track: {language: 'de', role: 'main'}},
      {purpose: 'master', mark: {fileName: 'film.mov', sizeBytes: 1000, head: 'b'}, receivedBytes: 0, isDone: false},
    ],
  };
}

function after(...events: TransferEvent[]): Transfer {
  return events.reduce(advance, transfer());
}

const begin: TransferEvent = {type: 'begin'};
const broke: TransferEvent = {type: 'broke', fault: FAULT, isTemporary: true, now: 5_000};

describe('transfer', () => {
  it('advance_wholeWay_endsInATitle', () => {
    const done = after(
      begin,
      {type: 'announced', piece: 0, uploadId: 'u0', receivedBytes: 0},
      {type: 'pieceDone', piece: 0, source: 's3://m/film.de.srt'},
      {type: 'announced', piece: 1, uploadId: 'u1', receivedBytes: 0},
      {type: 'received', piece: 1, bytes: 1000},
      {type: 'pieceDone', piece: 1},
      {type: 'titled', titleId: 't'},
    );
    expect(done).toMatchObject({state: 'done', titleId: 't'});
    expect(sentBytes(done)).toBe(totalBytes(done));
  });

  it('advance_brokenConnection_waitsLongerEachTime', () => {
    const once = after(begin, broke);
    expect(once).toMatchObject({state: 'waiting', fault: FAULT, retryAt: 6_000});
    const twice = [begin, broke].reduce(advance, once);
    expect(twice).toMatchObject({state: 'waiting', retryAt: 7_000, tries: 2});
    expect(waitAfter(50)).toBe(60);
  });

  it('advance_bytesArrive_waitingStartsOver', () => {
    const again = after(begin, broke, begin, broke, begin, {type: 'received', piece: 1, bytes: 10});
    expect(again.tries).toBe(0);
  });

  it('advance_serverNamesAWait_waitsThatLong', () => {
    expect(after(begin, {...broke, waitSeconds: 30}).retryAt).toBe(35_000);
  });

  it('advance_refusal_failsUntilResumed', () => {
    const failed = after(begin, {...broke, isTemporary: false});
    expect(failed).toMatchObject({state: 'failed', retryAt: undefined});
    expect(advance(failed, begin).state).toBe('failed');
    expect(advance(failed, {type: 'resume'})).toMatchObject({state: 'queued', fault: undefined});
  });

  it('advance_pausedWhileItBreaks_staysPaused', () => {
    expect(after(begin, {type: 'pause'}, broke).state).toBe('paused');
  });

  it('advance_reload_needsWhatIsNotThereYet', () => {
    const left = after(begin, {type: 'pieceDone', piece: 0, source: 's3://m/s'}, {type: 'reloaded'});
    expect(left.state).toBe('detached');
    expect(missingFiles(left).map(({fileName}) => fileName)).toEqual(['film.mov']);
    expect(advance(left, begin).state).toBe('detached');
  });

  it('advance_forgottenByTheServer_startsOver', () => {
    const forgotten = after(begin, {type: 'announced', piece: 1, uploadId: 'u', receivedBytes: 500}, {type: 'forgotten', piece: 1});
    expect(forgotten.pieces[1]).toMatchObject({uploadId: undefined, receivedBytes: 0});
  });

  it('submissionOf_sidecarsThatAreThere_areNamed', () => {
    expect(submissionOf(after(begin, {type: 'pieceDone', piece: 0, source: 's3://m/s'}))).toMatchObject({
      name: 'Film', sidecars: [{source: 's3://m/s', language: 'de', role: 'main'}],
    });
    expect(submissionOf(transfer())).not.toHaveProperty('sidecars');
  });
});
