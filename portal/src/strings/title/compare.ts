// Two rungs at the same frame.

export const compare = {
  title: 'Compare',
  left: 'Left',
  right: 'Right',
  side: (version: number, rung: string, family: string, quality: string) => `Version ${version} · ${rung} ${family}${quality && ` · ${quality}`}`,
  nothing: 'Nothing to compare yet',
  nothingHint: 'Rungs and versions can be compared once a version with a picture was published.',
  wipe: 'Border between the two pictures',
  view: 'View',
  views: {wipe: 'Wipe', beside: 'Side by side', difference: 'Difference'},
  zoom: 'Zoom',
  noFrame: 'Loading …',
  frames: (left: number, right: number) => (left === right ? `Both show frame ${left}` : `Left shows frame ${left}, right ${right}`),
} as const;
