// All English text of the portal, one file per area.
import {access} from './access';
import {app} from './app';
import {common} from './common';
import {edit} from './edit';
import {ladders} from './ladders';
import {operations} from './operations';
import {title} from './title';
import {titles} from './titles';
import {upload} from './upload';

export const strings = {access, app, common, edit, ladders, operations, title, titles, upload} as const;
