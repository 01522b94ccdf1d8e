import {Component, type ReactNode} from 'react';
import {useLocation} from 'wouter';
import {ErrorState} from '../ui';

/** Keeps the shell when a page breaks; going elsewhere shows that page. */
export function PageBoundary({children}: {children: ReactNode}) {
  const [path] = useLocation();
  return <Boundary key={path}>{children}</Boundary>;
}

class Boundary extends Component<{children: ReactNode}, {error: unknown}> {
  override state = {error: undefined as unknown};

  static getDerivedStateFromError(error: unknown) {
    return {error};
  }

  override render() {
    const {error} = this.state;
    return error === undefined
      ? this.props.children
      : <ErrorState error={error} onRetry={() => location.reload()}/>;
  }
}
