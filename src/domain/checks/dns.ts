import { parseAddress } from '../ip/address.ts';
import type { Draft } from '../workload/draft.ts';
import { hostnamesOf } from '../workload/hostnames.ts';
import type { Finding } from './finding.ts';
import { error, when } from './report.ts';
import { isDnsSubdomain } from './syntax.ts';

const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_CHARACTERS = 2048;

/** Nameservers: addresses, at most three, and at least one under the policy None (`validatePodDNSConfig`). */
export function checkNameservers({ dns }: Draft): readonly Finding[] {
  const given = dns.nameservers.filter(({ value }) => value !== '');
  return [
    ...when(dns.policy === 'None' && given.length === 0, error('dns.nameserverRequired', 'dns.nameservers')),
    ...when(
      given.length > MAX_NAMESERVERS,
      error('dns.nameserversMany', 'dns.nameservers', { max: MAX_NAMESERVERS }),
    ),
    ...dns.nameservers.flatMap(({ value }, index) =>
      when(
        value !== '' && !parseAddress(value).ok,
        error('dns.nameserver', `dns.nameservers.${index}.value`),
      ),
    ),
  ];
}

/** Search domains: DNS names, at most 32 and 2048 characters with the blanks between them (`validatePodDNSConfig`). */
export function checkSearches({ dns }: Draft): readonly Finding[] {
  const given = dns.searches.map(({ value }) => value).filter((value) => value !== '');
  const tooMany = given.length > MAX_SEARCHES || given.join(' ').length > MAX_SEARCH_CHARACTERS;
  const limits = { max: MAX_SEARCHES, characters: MAX_SEARCH_CHARACTERS };
  return [
    ...when(tooMany, error('dns.searchesMany', 'dns.searches', limits)),
    ...dns.searches.flatMap(({ value }, index) =>
      when(
        value !== '' && !isDnsSubdomain(value.replace(/\.$/, '')),
        error('dns.search', `dns.searches.${index}.value`),
      ),
    ),
  ];
}

/** Options have a name; the value may be empty. */
export function checkDnsOptions({ dns }: Draft): readonly Finding[] {
  return dns.options.flatMap(({ key, value }, index) =>
    when(key === '' && value !== '', error('dns.optionName', `dns.options.${index}.key`)),
  );
}

/** Host aliases: an address and at least one host name (`ValidateHostAliases`). */
export function checkHostAliases({ dns }: Draft): readonly Finding[] {
  return dns.hostAliases.flatMap(({ ip, hostnames }, index) => {
    const names = hostnamesOf(hostnames);
    if (ip === '' && names.length === 0) return [];
    const bad = names.length === 0 || !names.every(isDnsSubdomain);
    return [
      ...when(!parseAddress(ip).ok, error('dns.aliasAddress', `dns.hostAliases.${index}.ip`)),
      ...when(bad, error('dns.aliasNames', `dns.hostAliases.${index}.hostnames`)),
    ];
  });
}
