// What can be done to a title, and what becomes of it.

export const actions = {
  start: {name: 'Start', ask: 'Start this title?', means: 'The plan is carried out now and costs processor time.'},
  publish: {name: 'Publish …', ask: '', means: ''},
  force: {
    name: 'Publish all the same …',
    ask: 'Publish it although it was refused?',
    means: 'The check of the whole package found something. Viewers will get the title as it is; who published it is in the audit log.',
  },
  schedule: {name: 'Dates …', ask: '', means: ''},
  edit: {name: 'Edit …', ask: '', means: ''},
  retry: {name: 'Try again', ask: 'Try this title again?', means: 'It goes on where it stopped; what was finished is not encoded again.'},
  cancel: {
    name: 'Cancel title',
    ask: 'Cancel this title?',
    means: 'Encoders stop within seconds, and what was made for this version is removed. A version that is public stays.',
  },
  encodeAgain: {name: 'Encode again …', ask: '', means: ''},
  unpublish: {
    name: 'Take off',
    ask: 'Take this title off?',
    means: 'Viewers can no longer open it. Its versions stay, and it can be published again.',
  },
  delete: {
    name: 'Delete',
    ask: 'Delete this title?',
    means: 'All versions, the uploaded master and the log are removed. This cannot be undone.',
  },
} as const;

export const wished = {
  start: 'The title starts.',
  publish: 'The title will be published.',
  dates: 'The dates are saved.',
  force: 'The title is published all the same.',
  retry: 'The title is tried again.',
  cancel: 'The title is being cancelled.',
  unpublish: 'The title is being taken off.',
  delete: 'The title is being deleted.',
  rollback: 'The earlier version is being made public.',
  version: 'A new version is on its way.',
} as const;

export const schedule = {
  title: 'Publish',
  titleDates: 'Dates',
  now: 'Publish now',
  save: 'Save the dates',
  publishAt: 'Publish at',
  publishHint: 'For a title that waits for you before it is published; one that does not becomes public when it is ready.',
  unpublishAt: 'Take off at',
  unpublishHint: 'Its versions stay, and it can be published again.',
  offBefore: 'It would be taken off before it is published.',
  drop: 'No date',
  dropOf: (label: string) => `No date for: ${label}`,
  zone: (zone: string) => `Times are those of ${zone}.`,
} as const;

export const again = {
  title: 'Encode again',
  action: 'Make a new version',
  means: 'A new version is made from the same master. Tracks that do not change are not encoded again, and the public version stays until the new one is ready.',
  profile: 'Ladder',
  sameProfile: (name: string) => `As before (${name})`,
  publish: 'When it is ready',
  samePublish: 'As before',
  publishAuto: 'Publish at once',
  publishManual: 'Wait for me',
  publishDate: 'Publish at a date',
  damage: 'Bridge damaged places of the master',
  damageHint: 'The picture stands still there and the sound is silent, instead of refusing the master.',
  thorough: 'Look at every picture',
  thoroughHint: 'The inspection takes longer and misses nothing.',
  nothingChanged: 'Change something: the latest version has just these settings.',
} as const;
