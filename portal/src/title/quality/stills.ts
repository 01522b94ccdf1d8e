/** Where the four pictures of a still lie in its image: master and rung, below them the same enlarged. */
export const STILL_PARTS = {master: [0, 0], rung: [1, 0], masterClose: [0, 1], rungClose: [1, 1]} as const;

export type StillPart = keyof typeof STILL_PARTS;

const PICTURE = /--picture:url\(["']?(data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/=]+)["']?\)/g;

/** The stills of a report page, in the order of its weakest moments. */
export function stillsOf(page: string): Blob[] {
  return [...page.matchAll(PICTURE)].map(([, address = '']) => blobOf(address));
}

function blobOf(dataAddress: string): Blob {
  const [head = '', body = ''] = dataAddress.split(',');
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], {type: head.slice('data:'.length, head.indexOf(';'))});
}
