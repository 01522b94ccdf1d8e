import {lazy, Suspense, type ComponentType} from 'react';
import {Redirect, Route, Switch} from 'wouter';
import {strings} from '../strings';
import {ButtonLink, Empty, Loading, Page} from '../ui';
import {PageBoundary} from './PageBoundary';

/** A page that is loaded when it is first shown. */
function page<N extends string, P>(load: () => Promise<Record<N, ComponentType<P>>>, name: N) {
  return lazy(async () => ({default: (await load())[name]}));
}

const TitlesPage = page(() => import('../titles/TitlesPage'), 'TitlesPage');
const TitlePage = page(() => import('../title/TitlePage'), 'TitlePage');
const UploadPage = page(() => import('../upload/UploadPage'), 'UploadPage');
const OperationsPage = page(() => import('../operations/OperationsPage'), 'OperationsPage');
const LaddersPage = page(() => import('../ladders/LaddersPage'), 'LaddersPage');
const AccessPage = page(() => import('../access/AccessPage'), 'AccessPage');

/** The addresses of the portal. They are stable: people keep and send them. */
export function Pages() {
  return (
    <PageBoundary>
      <Suspense fallback={<Loading/>}>
        <Switch>
          <Route path="/"><Redirect to="/titles" replace/></Route>
          <Route path="/titles"><TitlesPage/></Route>
          <Route path="/titles/:id/*?">{({id}) => <TitlePage key={id} id={id}/>}</Route>
          <Route path="/upload"><UploadPage/></Route>
          <Route path="/operations/*?"><OperationsPage/></Route>
          <Route path="/ladders/*?"><LaddersPage/></Route>
          <Route path="/access/*?"><AccessPage/></Route>
          <Route><NotFound/></Route>
        </Switch>
      </Suspense>
    </PageBoundary>
  );
}

function NotFound() {
  const {notFound, notFoundHint, toTitles} = strings.app;
  return (
    <Page title={notFound}>
      <Empty title={notFound} hint={notFoundHint}><ButtonLink href="/titles">{toTitles}</ButtonLink></Empty>
    </Page>
  );
}
