/** One server-sent event. */
export interface ServerEvent {
  event: string;
  data: string;
}

/** Cuts a stream of text into events; text may end anywhere. Comments and unknown fields are left out. */
export class EventParser {
  private rest = '';
  private event = '';
  private data: string[] = [];

  push(text: string): ServerEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): ServerEvent[] {
    if (line === '') {
      return this.dispatch();
    }
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') {
      this.event = value;
    } else if (field === 'data') {
      this.data.push(value);
    }
    return [];
  }

  private dispatch(): ServerEvent[] {
    const {event, data} = this;
    this.event = '';
    this.data = [];
    return data.length === 0 ? [] : [{event: event || 'message', data: data.join('\n')}];
  }
}
