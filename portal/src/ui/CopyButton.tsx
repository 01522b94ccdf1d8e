import {strings} from '../strings';
import {Button} from './Button';
import {Icon} from './Icon';
import {toast} from './notices';

export function CopyButton({text}: {text: string}) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast('good', strings.common.copied);
  };
  return <Button onClick={copy}><Icon name="copy"/>{strings.common.copy}</Button>;
}
