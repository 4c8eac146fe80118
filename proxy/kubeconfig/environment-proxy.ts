import { BlockList, isIP } from 'node:net';
import { plainHost } from './proxy-address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where an address of a proxy was found, and what it is. */
export interface EnvironmentProxy {
  readonly variable: string;
  readonly address: string;
}

/**
 * The proxy that the environment names for a server (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, or in small letters), as kubectl
 * takes it where the kubeconfig names none (golang.org/x/net/http/httpproxy). There is never one for this machine itself.
 */
export function environmentProxy(server: URL, environment: Environment): EnvironmentProxy | undefined {
  const name = server.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const variable = [name, name.toLowerCase()].find((each) => (environment[each] ?? '') !== '');
  if (variable === undefined) return undefined;
  const exceptions = environment['NO_PROXY'] || environment['no_proxy'] || '';
  const host = plainHost(server).toLowerCase();
  const port = server.port || (server.protocol === 'https:' ? '443' : '80');
  if (isThisMachine(host) || exceptions.split(',').some((each) => matches(each, host, port)))
    return undefined;
  const address = environment[variable] ?? '';
  // `proxy:3128` is an address here, unlike in a kubeconfig.
  return { variable, address: address.includes('://') ? address : `http://${address}` };
}

function isThisMachine(host: string): boolean {
  if (host === 'localhost') return true;
  return isIP(host) !== 0 && (inNetwork(host, '127.0.0.0', 8) || host === '::1');
}

/** An entry of `NO_PROXY`: `*`, a network, an address or a name with all names below it; the latter two with a port or without. */
function matches(entry: string, host: string, port: string): boolean {
  const text = entry.trim().toLowerCase();
  if (text === '' || text === '*') return text === '*';
  const [, network = '', length = ''] = /^([^/]+)\/(\d+)$/.exec(text) ?? [];
  if (network !== '') return inNetwork(host, network, Number(length));
  const [, bracketed, plain, only] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
  const name = bracketed ?? plain ?? text;
  if (only !== undefined && only !== port) return false;
  if (isIP(name) !== 0) return inNetwork(host, name, isIP(name) === 4 ? 32 : 128);
  const domain = name.replace(/^\*(?=\.)/, '');
  if (domain === '') return false;
  return domain.startsWith('.') ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}

function inNetwork(host: string, network: string, length: number): boolean {
  const [family, own] = [isIP(network), isIP(host)];
  if (family === 0 || own !== family || length > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const networks = new BlockList();
  networks.addSubnet(network, length, type);
  return networks.check(host, type);
}
