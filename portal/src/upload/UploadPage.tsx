import {strings} from '../strings';
import {Page} from '../ui';

export function UploadPage() {
  return <Page title={strings.upload.pageTitle}>{null}</Page>;
}
