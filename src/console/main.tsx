import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import { loadSiteConfig } from './host/site-config.ts';
import { createStandaloneHost } from './host/standalone-host.ts';
import { BrokenSite } from './pages/BrokenSite.tsx';
import './page.css';

const element = document.getElementById('root');
if (element === null) throw new Error('the page has no element with the id root');
const root = createRoot(element);
const base = import.meta.env.BASE_URL;

try {
  const site = createStandaloneHost(window, base, await loadSiteConfig(base));
  root.render(
    <StrictMode>
      <Console site={site} />
    </StrictMode>,
  );
} catch (cause) {
  root.render(<BrokenSite message={cause instanceof Error ? cause.message : String(cause)} />);
}
