// Numbers and times as people read them. All times are in the viewer's zone.

const DATE_TIME = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});
const DATE_TIME_OF_THIS_YEAR = new Intl.DateTimeFormat(undefined, {month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'});
const DATE_TIME_EXACT = new Intl.DateTimeFormat(undefined, {dateStyle: 'full', timeStyle: 'long'});
const TIME = new Intl.DateTimeFormat(undefined, {timeStyle: 'medium'});
const COUNT = new Intl.NumberFormat(undefined);
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** 1500 → "1.5 kB"; decimal units. */
export function bytes(count: number): string {
  const power = count < 1000 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  return `${value.toFixed(power === 0 || value >= 100 ? 0 : 1)} ${BYTE_UNITS[power]}`;
}

export function bytesPerSecond(rate: number): string {
  return `${bytes(rate)}/s`;
}

/** 2500000 → "2.5 Mbit/s". */
export function bitrate(bitsPerSecond: number): string {
  return bitsPerSecond < 1_000_000
    ? `${Math.round(bitsPerSecond / 1000)} kbit/s`
    : `${(bitsPerSecond / 1_000_000).toFixed(bitsPerSecond < 10_000_000 ? 2 : 1)} Mbit/s`;
}

/** How long something takes: "8 s", "2 min 5 s", "1 h 20 min". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) {
    return `${whole} s`;
  }
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    return whole % 60 && minutes < 10 ? `${minutes} min ${whole % 60} s` : `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
}

/** A place in a film: "1:02:03", or with milliseconds "0:00:01.250". */
export function timecode(seconds: number, withMilliseconds = false): string {
  const milliseconds = Math.round(seconds * 1000);
  const whole = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return withMilliseconds ? `${clock}.${String(milliseconds % 1000).padStart(3, '0')}` : clock;
}

export function count(value: number): string {
  return COUNT.format(value);
}

export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** Date and time to the minute; the year only if it is another. */
export function dateTime(instant: string): string {
  const at = new Date(instant);
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  return (isThisYear ? DATE_TIME_OF_THIS_YEAR : DATE_TIME).format(at);
}

export function dateTimeExact(instant: string): string {
  return DATE_TIME_EXACT.format(new Date(instant));
}

export function timeOfDay(instant: string): string {
  return TIME.format(new Date(instant));
}
