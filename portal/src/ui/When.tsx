import {dateTime, dateTimeExact} from './format';

/** An instant in the viewer's zone; the pointer shows it to the second. */
export function When({at}: {at: string}) {
  return <time dateTime={at} title={dateTimeExact(at)}>{dateTime(at)}</time>;
}
