import type { TopologyEdge, TopologyNode } from '../../domain/spiderpool/topology.ts';
import type { Translate } from '../../i18n/useText.ts';
import { describeAttachment } from '../../ui/stock/attachment-description.ts';
import { countText } from '../../ui/stock/count-text.ts';

/** What a box of the picture says. */
export interface NodeWords {
  readonly title: string;
  readonly lines: readonly string[];
  /** Drawn with a broken border when it cannot be looked at, or is not there. */
  readonly certain: boolean;
}

/** The workload around the picture. */
export interface PictureOf {
  readonly name: string;
  /** `undefined` where its Pods are not known. */
  readonly pods: number | undefined;
  /** Whether it is known which addresses they hold. */
  readonly holdings: boolean;
}

export function nodeWords(node: TopologyNode, workload: PictureOf, t: Translate): NodeWords {
  switch (node.kind) {
    case 'pods': {
      const { name, pods } = workload;
      const lines = pods === undefined ? [] : [t('topology.pods', { count: pods })];
      return { title: name, lines, certain: pods !== undefined };
    }
    case 'nic':
      return { title: node.name, lines: [], certain: true };
    case 'attachment': {
      const { title, detail, certain } = describeAttachment(node.resolution, t);
      return { title, lines: detail === '' ? [] : [detail], certain };
    }
    case 'pool': {
      if (node.standing !== 'found') {
        return { title: node.name, lines: [t(`topology.${node.standing}`)], certain: false };
      }
      const fixed = node.fixed ? [t('topology.fixed')] : [];
      const held = workload.holdings ? [t('topology.held', { count: node.held })] : [];
      return { title: node.name, lines: [...fixed, ...held], certain: true };
    }
    case 'subnet': {
      const vlans = node.vlans.map((vlan) => t('topology.vlan', { vlan }));
      const cidr = node.cidr === '' ? [] : [node.cidr];
      if (node.name === '') {
        return { title: node.cidr, lines: [t('topology.noSubnet'), ...vlans], certain: true };
      }
      const standing = node.standing === 'found' ? [] : [t(`topology.${node.standing}`)];
      return {
        title: node.name,
        lines: [...cidr, ...standing, ...vlans],
        certain: node.standing === 'found',
      };
    }
  }
}

/** "46 free of 50", `''` where it is not known. */
export function stockText({ stock }: TopologyEdge, t: Translate, language: string): string {
  if (stock === undefined) return '';
  return t('count.freeOf', {
    free: countText(stock.free, language),
    total: countText(stock.total, language),
  });
}
