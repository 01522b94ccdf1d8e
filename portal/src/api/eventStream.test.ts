import {describe, expect, it} from 'vitest';
import {EventParser} from './eventStream';

describe('EventParser', () => {
  it('push_oneEvent_nameAndData', () => {
    expect(new EventParser().push('event: status\ndata: {"a":1}\n\n')).toEqual([{event: 'status', data: '{"a":1}'}]);
  });

  it('push_cutAnywhere_sameEvents', () => {
    const text = ': hello\n\nevent: status\r\ndata: one\r\ndata: two\r\n\r\nevent: notification\ndata: three\n\n';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const parser = new EventParser();
      const events = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];
      expect(events, `cut at ${cut}`).toEqual([
        {event: 'status', data: 'one\ntwo'},
        {event: 'notification', data: 'three'},
      ]);
    }
  });

  it('push_commentsOnly_nothing', () => {
    expect(new EventParser().push(': still here\n\n: still here\n\n')).toEqual([]);
  });
});
