import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { Topology, TopologyEdge, TopologyNode } from '../../domain/spiderpool/topology.ts';
import { useHost, useSource } from '../../host/HostContext.tsx';
import { paths } from '../../host/paths.ts';
import { useLanguage, useText } from '../../i18n/useText.ts';
import { ForReaders } from '../../ui/ForReaders.tsx';
import { nicHue } from '../../ui/nic-hue.ts';
import { layOut, type Layout } from './layout.ts';
import { nodeWords, stockText, type PictureOf } from './node-words.ts';
import styles from './TopologyTab.module.css';
import { waysOf } from './ways.ts';

interface TopologyPictureProps {
  readonly cluster: string;
  readonly topology: Topology;
  readonly workload: PictureOf;
}

/** Height of a row, in pixels. */
const rowHeight = 92;

/** Where each kind of node stands, in percent of the width. The gaps before pools and subnets have room for counts. */
const columns: Readonly<Record<TopologyNode['kind'], { column: number; left: number; width: number }>> = {
  pods: { column: 0, left: 0, width: 12 },
  nic: { column: 1, left: 15, width: 8 },
  attachment: { column: 2, left: 26, width: 16 },
  pool: { column: 3, left: 55, width: 16 },
  subnet: { column: 4, left: 85, width: 15 },
};

/** Boxes and lines; for a screen reader the way of each NIC in a sentence. */
export function TopologyPicture({ cluster, topology, workload }: TopologyPictureProps) {
  const t = useText();
  const language = useLanguage();
  const { nodes, edges } = topology;
  const layout = layOut(
    nodes.map(({ key, kind }) => ({ key, column: columns[kind].column })),
    edges,
  );
  return (
    <>
      <ForReaders>
        <ul>
          {nodes.map(
            (node) =>
              node.kind === 'nic' &&
              waysOf(topology, node.position, workload, t, language).map((way) => (
                <li key={`${node.name} ${way}`}>{t('topology.way', { nic: node.name, way })}</li>
              )),
          )}
        </ul>
      </ForReaders>
      {/* Scrolls on a narrow page, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroll']} role="group" aria-label={t('topology.title')} tabIndex={0}>
        <div className={styles['picture']} style={{ height: layout.rows * rowHeight }}>
          <Lines topology={topology} layout={layout} />
          {nodes.map((node) => (
            <Box key={node.key} cluster={cluster} node={node} workload={workload} layout={layout} />
          ))}
          {edges.map((edge) => (
            <EdgeLabel key={`${edge.from} ${edge.to}`} topology={topology} edge={edge} layout={layout} />
          ))}
        </div>
      </div>
    </>
  );
}

function middle(layout: Layout, key: string): number {
  return ((layout.places.get(key)?.row ?? 0) + 0.5) * rowHeight;
}

interface BoxProps {
  readonly cluster: string;
  readonly node: TopologyNode;
  readonly workload: PictureOf;
  readonly layout: Layout;
}

function Box({ cluster, node, workload, layout }: BoxProps) {
  const t = useText();
  const mode = useSource(useHost().theme);
  const { title, lines, certain } = nodeWords(node, workload, t);
  const { left, width } = columns[node.kind];
  const hue = node.kind === 'nic' ? nicHue(node.position, mode) : undefined;
  const style = {
    left: `${left}%`,
    width: `${width}%`,
    top: middle(layout, node.key),
    ...(hue === undefined ? {} : { '--hue': hue }),
  } as CSSProperties;
  const page = certain ? pageOf(cluster, node) : undefined;
  return (
    <div className={styles['box']} style={style} data-kind={node.kind} data-uncertain={!certain || undefined}>
      <strong>{page === undefined ? title : <Link to={page}>{title}</Link>}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

function pageOf(cluster: string, node: TopologyNode): string | undefined {
  if (node.kind === 'pool') return paths.ipPool(cluster, node.name);
  return node.kind === 'subnet' && node.name !== '' ? paths.subnet(cluster, node.name) : undefined;
}

interface LinesProps {
  readonly topology: Topology;
  readonly layout: Layout;
}

/** One line for each NIC whose way an edge is, in its hue. */
function Lines({ topology: { nodes, edges }, layout }: LinesProps) {
  const mode = useSource(useHost().theme);
  const kinds = new Map(nodes.map(({ key, kind }) => [key, kind]));
  const height = layout.rows * rowHeight;
  return (
    <svg className={styles['lines']} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
      {edges.flatMap(({ from, to, nics }) =>
        nics.map((nic, order) => {
          const source = columns[kinds.get(from) ?? 'pods'];
          const aside = (order - (nics.length - 1) / 2) * 5;
          const x1 = source.left + source.width;
          const x2 = columns[kinds.get(to) ?? 'pods'].left;
          const y1 = middle(layout, from) + aside;
          const y2 = middle(layout, to) + aside;
          const bend = (x1 + x2) / 2;
          return (
            <path
              key={`${from} ${to} ${nic}`}
              d={`M ${x1} ${y1} C ${bend} ${y1}, ${bend} ${y2}, ${x2} ${y2}`}
              stroke={nicHue(nic, mode)}
            />
          );
        }),
      )}
    </svg>
  );
}

interface EdgeLabelProps extends LinesProps {
  readonly edge: TopologyEdge;
}

/** The free count, in the gap before the box that it is of. */
function EdgeLabel({ topology: { nodes }, edge, layout }: EdgeLabelProps) {
  const t = useText();
  const language = useLanguage();
  const text = stockText(edge, t, language);
  if (text === '') return null;
  const kindOf = (key: string) => nodes.find((node) => node.key === key)?.kind ?? 'pods';
  const before = columns[kindOf(edge.from)];
  const after = columns[kindOf(edge.to)];
  const from = Math.max(before.left + before.width, after.left - 14);
  // Nearer to the box than to where the line comes from: labels of one box's lines stay apart.
  const top = middle(layout, edge.from) * 0.3 + middle(layout, edge.to) * 0.7;
  return (
    <span className={styles['label']} style={{ left: `${from}%`, width: `${after.left - from}%`, top }}>
      <span>{text}</span>
    </span>
  );
}
