import type { Draft } from '../../workload/draft.ts';
import type { Change, RuleTable } from './rule-table.ts';

function nameservers(policy: Draft['dns']['policy'], ...values: string[]): Change {
  return ({ dns }) => Object.assign(dns, { policy, nameservers: values.map((value) => ({ value })) });
}

function searches(...values: string[]): Change {
  return ({ dns }) => (dns.searches = values.map((value) => ({ value })));
}

function alias(ip: string, hostnames: string): Change {
  return ({ dns }) => dns.hostAliases.push({ ip, hostnames });
}

export const dnsRules = {
  'dns.nameserverRequired': {
    severity: 'error',
    fires: [
      { at: 'dns.nameservers', change: nameservers('None') },
      { at: 'dns.nameservers', change: nameservers('None', '') },
    ],
    silent: [{ change: nameservers('None', '10.0.0.1') }, { change: nameservers('Default') }],
  },
  'dns.nameserversMany': {
    severity: 'error',
    fires: [{ at: 'dns.nameservers', change: nameservers('', '1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4') }],
    silent: [{ change: nameservers('', '1.1.1.1', '', '1.1.1.2', '1.1.1.3') }],
  },
  'dns.nameserver': {
    severity: 'error',
    fires: [{ at: 'dns.nameservers.1.value', change: nameservers('', '1.1.1.1', 'dns.example.com') }],
    silent: [{ change: nameservers('', 'fd00::1', '') }],
  },
  'dns.searchesMany': {
    severity: 'error',
    fires: [
      { at: 'dns.searches', change: searches(...Array.from({ length: 33 }, (_, index) => `a${index}`)) },
      {
        at: 'dns.searches',
        change: searches(...Array.from({ length: 9 }, () => `${'a'.repeat(60)}.`.repeat(4))),
      },
    ],
    silent: [
      { change: searches(...Array.from({ length: 32 }, (_, index) => `a${index}`)) },
      { change: searches(...Array.from({ length: 8 }, () => 'a'.repeat(253)), 'a'.repeat(16)) },
    ],
  },
  'dns.search': {
    severity: 'error',
    fires: ['a b', 'A.b', '-a'].map((value) => ({ at: 'dns.searches.0.value', change: searches(value) })),
    silent: [{ change: searches('svc.cluster.local.', '') }],
  },
  'dns.optionName': {
    severity: 'error',
    fires: [{ at: 'dns.options.0.key', change: ({ dns }) => dns.options.push({ key: '', value: '2' }) }],
    silent: [{ change: ({ dns }) => dns.options.push({ key: 'use-vc', value: '' }, { key: '', value: '' }) }],
  },
  'dns.aliasAddress': {
    severity: 'error',
    fires: [{ at: 'dns.hostAliases.0.ip', change: alias('host', 'a') }],
    silent: [{ change: alias('1.2.3.4', 'a') }, { change: alias('', '') }],
  },
  'dns.aliasNames': {
    severity: 'error',
    fires: ['', 'A', 'a b_c'].map((hostnames) => ({
      at: 'dns.hostAliases.0.hostnames',
      change: alias('1.2.3.4', hostnames),
    })),
    silent: [{ change: alias('1.2.3.4', 'a, b.c') }],
  },
} satisfies RuleTable;

function upgrade(more: Partial<Draft['upgrade']>, replicas = '3'): Change {
  return (draft) => {
    draft.basics.replicas = replicas;
    Object.assign(draft.upgrade, more);
  };
}

export const upgradeRules = {
  'upgrade.countOrPercent': {
    severity: 'error',
    fires: ['1.5', '-1', '25 %', '%', 'x', '2147483648'].flatMap((text) => [
      { at: 'upgrade.maxSurge', change: upgrade({ maxSurge: text }) },
      { at: 'upgrade.maxUnavailable', change: upgrade({ maxUnavailable: text }) },
    ]),
    silent: [
      { change: upgrade({ maxSurge: '', maxUnavailable: '0' }) },
      { change: upgrade({ maxSurge: '300%' }) },
      { change: upgrade({ maxSurge: '2147483647' }) },
      { change: upgrade({ strategy: 'Recreate', maxSurge: 'x' }) },
    ],
  },
  'upgrade.percentAbove100': {
    severity: 'error',
    fires: [{ at: 'upgrade.maxUnavailable', change: upgrade({ maxUnavailable: '101%' }) }],
    silent: [
      { change: upgrade({ maxUnavailable: '100%' }) },
      { change: upgrade({ maxUnavailable: '101' }) },
      { change: upgrade({ maxSurge: '101%' }) },
    ],
  },
  'upgrade.bothZero': {
    severity: 'error',
    fires: [{ at: 'upgrade.maxUnavailable', change: upgrade({ maxSurge: '0', maxUnavailable: '0%' }) }],
    silent: [
      { change: upgrade({ maxSurge: '', maxUnavailable: '0' }) },
      { change: upgrade({ maxSurge: '0', maxUnavailable: '' }) },
      { change: upgrade({ strategy: 'Recreate', maxSurge: '0', maxUnavailable: '0' }) },
    ],
  },
  'upgrade.allUnavailable': {
    severity: 'warning',
    fires: [
      { at: 'upgrade.maxUnavailable', change: upgrade({ maxUnavailable: '3' }) },
      { at: 'upgrade.maxUnavailable', change: upgrade({ maxUnavailable: '100%' }) },
    ],
    silent: [
      { change: upgrade({ maxUnavailable: '2' }) },
      { change: upgrade({ maxUnavailable: '99%' }) },
      { change: upgrade({ maxUnavailable: '3' }, '0') },
      { change: upgrade({ strategy: 'Recreate' }) },
    ],
  },
  'upgrade.deadline': {
    severity: 'error',
    fires: [
      {
        at: 'upgrade.progressDeadlineSeconds',
        change: upgrade({ minReadySeconds: '600', progressDeadlineSeconds: '600' }),
      },
    ],
    silent: [
      { change: upgrade({ minReadySeconds: '599', progressDeadlineSeconds: '600' }) },
      { change: upgrade({ minReadySeconds: '700', progressDeadlineSeconds: '' }) },
    ],
  },
} satisfies RuleTable;
