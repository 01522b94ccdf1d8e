// A title in a few lines.

export const overview = {
  title: 'At a glance',
  look: 'Please look at this',
  more: (count: string) => `${count} more`,
  nothingToSee: 'Nothing: no warnings.',
  master: 'Master',
  length: 'Length',
  rungs: 'Rungs',
  tracks: 'Sound and text',
  trackWords: (sounds: string, texts: string) => `${sounds} sound, ${texts} text`,
  cost: 'Predicted',
  costWords: (time: string, size: string) => `${time} of processor time, ${size}`,
  best: 'Best rung',
  profile: 'Ladder',
  lane: 'Priority',
  created: 'Submitted',
  publishAt: 'Publish at',
  unpublishAt: 'Take off at',
} as const;
