import {strings} from '../strings';
import {Page} from '../ui';

export function LaddersPage() {
  return <Page title={strings.ladders.pageTitle}>{null}</Page>;
}
