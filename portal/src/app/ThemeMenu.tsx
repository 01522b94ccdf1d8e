import {strings} from '../strings';
import {Icon, Menu} from '../ui';
import {useTheme, type Theme} from './theme';

const {theme: label, themeSystem, themeLight, themeDark} = strings.app;
const CHOICES: readonly [Theme, string][] = [['system', themeSystem], ['light', themeLight], ['dark', themeDark]];

export function ThemeMenu() {
  const [theme, choose] = useTheme();
  const items = CHOICES.map(([value, name]) => ({
    label: name,
    checked: theme === value,
    onSelect: () => choose(value),
  }));
  return <Menu label={label} items={items}><Icon name="sun"/></Menu>;
}
