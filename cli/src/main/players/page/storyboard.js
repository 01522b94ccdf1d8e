/** The thumbnails of a title as `storyboard.vtt` lists them, for players that offer none. */

const CUE = /^(\d+:\d+:\d+\.\d+) --> (\d+:\d+:\d+\.\d+)\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/;

/** All cues: {start, end, url, x, y, width, height}. */
export async function loadStoryboard(url) {
  const text = await (await fetch(url)).text();
  return text.split('\n\n').map((block) => CUE.exec(block)).filter(Boolean).map((match) => ({
    start: seconds(match[1]),
    end: seconds(match[2]),
    url: new URL(match[3], url).href,
    x: Number(match[4]),
    y: Number(match[5]),
    width: Number(match[6]),
    height: Number(match[7]),
  }));
}

/** The image to show for an instant, or null. */
export function imageAt(cues, time) {
  return cues.find(({start, end}) => start <= time && time < end) ?? cues.at(-1) ?? null;
}

function seconds(clock) {
  const [hours, minutes, rest] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
}
