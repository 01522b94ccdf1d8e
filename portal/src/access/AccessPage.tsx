import {Redirect, Route, Switch} from 'wouter';
import {strings} from '../strings';
import {Page, Tabs} from '../ui';
import {AuditLog} from './AuditLog';
import {Keys} from './Keys';
import {WhoAmI} from './WhoAmI';

const text = strings.access;

const TABS = [
  {path: '/access', name: text.me},
  {path: '/access/keys', name: text.keys},
  {path: '/access/audit', name: text.audit},
] as const;

export function AccessPage() {
  return (
    <Page title={text.pageTitle}>
      <Tabs label={text.tabs} tabs={TABS}/>
      <Switch>
        <Route path="/access"><WhoAmI/></Route>
        <Route path="/access/keys"><Keys/></Route>
        <Route path="/access/audit"><AuditLog/></Route>
        <Route><Redirect to="/access" replace/></Route>
      </Switch>
    </Page>
  );
}
