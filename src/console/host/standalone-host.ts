import type { ClusterInfo, Host } from '../../host/host.ts';
import { createHistoryNavigation } from './history-navigation.ts';
import { createNotices, type Notices } from './notices.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { createFetch } from './requests.ts';
import { createSession, type Session } from './session.ts';
import { siteText, type SiteConfig } from './site-config.ts';
import { createTabStorage } from './tab-storage.ts';
import { derivedSource } from './value-source.ts';
import { createWatchSocket } from './watch-socket.ts';

/** The console as a host of the plugin, and what only the console itself knows. */
export interface StandaloneHost {
  readonly host: Host;
  readonly config: SiteConfig;
  readonly session: Session;
  readonly preferences: Preferences;
  readonly notices: Notices;
  /** Where the console is served, with a slash at its end. */
  readonly base: string;
  /** Ends the session and forgets what this tab kept for it. */
  readonly signOut: () => void;
}

/** @param base where the console is served, with a slash at its end. */
export function createStandaloneHost(page: Window, base: string, config: SiteConfig): StandaloneHost {
  const preferences = createPreferences(page);
  const session = createSession(config.signIn === 'none');
  const storage = createTabStorage(page);
  const notices = createNotices();
  const clusters = derivedSource(preferences.locale, (locale): readonly ClusterInfo[] =>
    config.clusters.map(({ name, title, description }) => ({
      name,
      title: siteText(title, locale),
      description: siteText(description, locale),
    })),
  );
  return {
    config,
    session,
    preferences,
    notices,
    base,
    host: {
      clusters,
      fetch: createFetch(base, session, config.signIn !== 'none'),
      socket: createWatchSocket(page, base, session),
      nav: createHistoryNavigation(page, base),
      locale: preferences.locale,
      theme: preferences.theme,
      notify: notices.tell,
      storage,
    },
    signOut: () => {
      storage.clear();
      session.signOut();
    },
  };
}
