/** What a date-time input holds for an instant, in the viewer's zone: "2026-11-26T10:30". */
export function toInput(instant: string | undefined): string {
  if (instant === undefined) {
    return '';
  }
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that a date-time input holds; undefined while it holds none. */
export function fromInput(value: string): string | undefined {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
