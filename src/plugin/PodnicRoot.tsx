import type { ReactNode } from 'react';
import { ClusterProvider } from '../cluster/ClusterProvider.tsx';
import { HostProvider, useHost, useSource } from '../host/HostContext.tsx';
import type { Host } from '../host/host.ts';
import { TextProvider } from '../i18n/TextProvider.tsx';
import { AreaBoundary } from '../ui/AreaBoundary.tsx';
import { HostRouter } from './HostRouter.tsx';
import { ThemeRoot } from './ThemeRoot.tsx';

interface PodnicRootProps {
  readonly host: Host;
  readonly children: ReactNode;
}

/** Everything that the screens need around them, of which nothing is shared with another root on the same page. */
export function PodnicRoot({ host, children }: PodnicRootProps) {
  return (
    <HostProvider value={host}>
      <ClusterProvider>
        <Language>
          <ThemeRoot>
            <AreaBoundary>
              <HostRouter>{children}</HostRouter>
            </AreaBoundary>
          </ThemeRoot>
        </Language>
      </ClusterProvider>
    </HostProvider>
  );
}

function Language({ children }: { readonly children: ReactNode }) {
  const language = useSource(useHost().locale);
  return <TextProvider language={language}>{children}</TextProvider>;
}
