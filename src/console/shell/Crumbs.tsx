import { Link, useLocation, useSearchParams } from 'react-router';
import { useHost, useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { crumbsTo } from './crumbs.ts';
import styles from './Crumbs.module.css';
import { placeOf } from './place.ts';

/** Where one is, and the way back up. */
export function Crumbs() {
  const t = useText();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const clusters = useSource(useHost().clusters);
  const crumbs = crumbsTo(placeOf(pathname), clusters, search.get('namespace') ?? undefined, t);
  return (
    <nav className={styles['crumbs']} aria-label={t('console.crumbs')}>
      <ol>
        {crumbs.map(({ text, to }) => (
          <li key={text}>
            {to === undefined ? <span aria-current="page">{text}</span> : <Link to={to}>{text}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
