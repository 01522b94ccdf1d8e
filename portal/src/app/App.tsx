import {QueryClientProvider} from '@tanstack/react-query';
import {useEffect} from 'react';
import {keepConnected, useLive} from '../api/events';
import {useSession} from '../api/session';
import {keepRenewed, wasAtProvider} from '../access/oidc';
import {SignIn} from '../access/SignIn';
import {Toasts} from '../ui';
import {Pages} from './Pages';
import {queryClient, readFailedAgain} from './queryClient';
import {Shell} from './Shell';
import {showStoredTheme} from './theme';

showStoredTheme();

export function App() {
  const {session} = useSession();
  return (
    <QueryClientProvider client={queryClient}>
      {session ? <SignedIn key={session.id}/> : <SignIn/>}
      <Toasts/>
    </QueryClientProvider>
  );
}

function SignedIn() {
  useEffect(() => {
    const end = new AbortController();
    void keepConnected(end.signal);
    if (wasAtProvider()) {
      void keepRenewed(end.signal);
    }
    return () => {
      end.abort();
      // What one key could see must not be there for the next.
      queryClient.clear();
    };
  }, []);
  useLive({
    onConnected: (again) => {
      if (again) {
        readFailedAgain();
      }
    },
  });
  return <Shell><Pages/></Shell>;
}
