import {useMay} from '../api/roles';
import {strings} from '../strings';
import {Empty, Page} from '../ui';
import {DraftList} from './DraftList';
import {DropArea} from './DropArea';
import {DropZone} from './DropZone';
import {uploads} from './store';
import {TransferList} from './TransferList';
import {useValue} from '../api/Value';

const text = strings.upload;

export function UploadPage() {
  const may = useMay('editor');
  const isEmpty = useValue(uploads.drafts).length + useValue(uploads.transfers).length === 0;
  if (!may) {
    return <Page title={text.pageTitle}><Empty title={text.mayNot} hint={text.mayNotHint}/></Page>;
  }
  return (
    <DropArea>
      <Page title={text.pageTitle}>
        <DropZone isLarge={isEmpty}/>
        <DraftList/>
        <TransferList/>
      </Page>
    </DropArea>
  );
}
