import {strings} from '../strings';
import {Page} from '../ui';

export function TitlesPage() {
  return <Page title={strings.titles.pageTitle}>{null}</Page>;
}
