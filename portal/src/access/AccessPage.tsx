import {strings} from '../strings';
import {Page} from '../ui';

export function AccessPage() {
  return <Page title={strings.access.pageTitle}>{null}</Page>;
}
