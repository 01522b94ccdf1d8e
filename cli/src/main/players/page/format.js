/** Numbers the way people read them. */

export function bitrate(bitsPerSecond) {
  if (!Number.isFinite(bitsPerSecond) || bitsPerSecond <= 0) {
    return '–';
  }
  return bitsPerSecond >= 1e6
    ? `${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s`
    : `${Math.round(bitsPerSecond / 1e3)} kbit/s`;
}

export function size({width, height}) {
  return width && height ? `${width} × ${height}` : '–';
}

export function seconds(value) {
  return Number.isFinite(value) ? `${value.toFixed(1)} s` : '–';
}

/** A language's English name, or what the title calls it. */
export function language(code) {
  if (!code || code === 'und') {
    return 'Unknown language';
  }
  try {
    return new Intl.DisplayNames(['en'], {type: 'language'}).of(code);
  } catch {
    return code;
  }
}
