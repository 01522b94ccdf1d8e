import {useQuery} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {signInQuery} from '../api/queries';
import {useSession} from '../api/session';
import {strings} from '../strings';
import {Button, ErrorState, Loading} from '../ui';
import {KeyForm} from './KeyForm';
import {comeBack, goToProvider, isReturning, type Provider} from './oidc';
import styles from './SignIn.module.css';

const text = strings.access;

export function SignIn() {
  const {end} = useSession();
  const {isPending, error} = useReturn();
  const {data: ways} = useQuery(signInQuery);
  if (isPending) {
    return <Loading/>;
  }
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1>{strings.app.name}</h1>
        {end === 'refused' && <p role="status" className={styles.notice}>{text.expired}</p>}
        {error !== undefined && <ErrorState error={error}/>}
        {ways?.oidc && <ProviderButton provider={ways.oidc}/>}
        <KeyForm hint={ways?.oidc ? text.orKey : text.signInHint} isFirst={!ways?.oidc}/>
      </div>
    </main>
  );
}

let returning: Promise<void> | undefined;

/** Finishes signing in for somebody who comes back from the provider; the code counts once. */
function useReturn() {
  const [isPending, setPending] = useState(() => isReturning(location));
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (isPending) {
      returning ??= comeBack();
      returning.catch(setError).finally(() => {
        returning = undefined;
        setPending(false);
      });
    }
  }, [isPending]);
  return {isPending, error};
}

function ProviderButton({provider}: {provider: Provider}) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const go = () => {
    setBusy(true);
    goToProvider(provider).catch((reason: unknown) => {
      setError(reason);
      setBusy(false);
    });
  };
  return (
    <>
      <Button kind="primary" busy={isBusy} disabled={!isSecureContext} onClick={go}>
        {text.signInAt(new URL(provider.issuer).host)}
      </Button>
      {!isSecureContext && <p>{text.insecure}</p>}
      {error !== undefined && <ErrorState error={error}/>}
    </>
  );
}
