import type { Topology } from '../../domain/spiderpool/topology.ts';
import type { Translate } from '../../i18n/useText.ts';
import { nodeWords, stockText, type PictureOf } from './node-words.ts';

/** The ways of one NIC from its attachment to the wire, each in one line of words. */
export function waysOf(
  { nodes, edges }: Topology,
  position: number,
  workload: PictureOf,
  t: Translate,
  language: string,
): readonly string[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const own = edges.filter(({ nics }) => nics.includes(position));
  const follow = (key: string): readonly string[] => {
    const steps = own.filter(({ from }) => from === key);
    if (steps.length === 0) return [''];
    return steps.flatMap((edge) => {
      const node = byKey.get(edge.to);
      if (node === undefined) return [];
      const { title, lines } = nodeWords(node, workload, t);
      const said = [title, ...lines, stockText(edge, t, language)].filter((text) => text !== '').join(', ');
      return follow(edge.to).map((rest) => (rest === '' ? said : `${said} → ${rest}`));
    });
  };
  const nic = nodes.find((node) => node.kind === 'nic' && node.position === position);
  return nic === undefined ? [] : follow(nic.key).filter((way) => way !== '');
}
