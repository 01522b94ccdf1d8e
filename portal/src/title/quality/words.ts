/** 41.234 → "41.2 dB". */
export function decibels(value: number): string {
  return `${value.toFixed(1)} dB`;
}

export function lufs(value: number): string {
  return `${value.toFixed(1)} LUFS`;
}
