/** A thumbnail: a part of an image, for a stretch of the title. */
export interface Thumbnail {
  start: number;
  end: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const CUE = /^([\d:.]+) --> ([\d:.]+)\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/** The thumbnails that storyboard.vtt lists; what is not a cue with a picture is left out. */
export function parseStoryboard(vtt: string, base: string): Thumbnail[] {
  return vtt.replaceAll('\r\n', '\n').split(/\n{2,}/).flatMap((block) => {
    const match = CUE.exec(block.trim());
    if (!match) {
      return [];
    }
    const [, start = '', end = '', address = '', ...box] = match;
    const [x = 0, y = 0, width = 0, height = 0] = box.map(Number);
    return [{start: seconds(start), end: seconds(end), url: new URL(address, base).href, x, y, width, height}];
  });
}

/** The thumbnail for a second of the title; the last one goes on to the end. */
export function thumbnailAt(thumbnails: readonly Thumbnail[], time: number): Thumbnail | undefined {
  return thumbnails.find(({start, end}) => start <= time && time < end) ?? thumbnails.at(-1);
}

function seconds(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
