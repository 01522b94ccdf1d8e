import {strings} from '../strings';
import {Page} from '../ui';

export function OperationsPage() {
  return <Page title={strings.operations.pageTitle}>{null}</Page>;
}
