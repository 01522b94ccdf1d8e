// The page of one title, one file for each part of it.
import {compare} from './compare';
import {actions, again, schedule, wished} from './header';
import {log} from './log';
import {master, plan} from './master';
import {overview} from './overview';
import {player} from './player';
import {failure, stages} from './progress';
import {quality} from './quality';
import {chunks} from './tasks';
import {addTrack, versions} from './versions';

export const title = {
  parts: {
    overview: 'Overview',
    quality: 'Quality',
    compare: 'Compare',
    work: 'Work',
    master: 'Master and plan',
    versions: 'Versions',
    log: 'Log',
  },
  partsLabel: 'Parts of the title',
  publicVersion: (version: number) => `Version ${version} is public`,
  unknownLanguage: 'Unknown language',
  actions,
  wished,
  schedule,
  again,
  stages,
  failure,
  chunks,
  player,
  compare,
  quality,
  overview,
  master,
  plan,
  versions,
  addTrack,
  log,
} as const;
