import {Route, Switch} from 'wouter';
import {LadderList} from './LadderList';
import {LadderPage} from './LadderPage';

export function LaddersPage() {
  return (
    <Switch>
      <Route path="/ladders/:name">{({name}) => <LadderPage key={name} name={name}/>}</Route>
      <Route><LadderList/></Route>
    </Switch>
  );
}
