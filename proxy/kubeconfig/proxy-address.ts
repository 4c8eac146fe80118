/** The proxies that there are, as with kubectl (client-go, tools/clientcmd/helpers.go). */
const schemes = ['http:', 'https:', 'socks5:'];

/** What is wrong with the address of a proxy. It may have a password in it: none of it is quoted. */
export type ProxyAddress =
  { readonly ok: true; readonly proxy: URL } | { readonly ok: false; readonly problem: string };

/** Reads the address of a proxy, with the user name and the password that it may have. */
export function readProxyAddress(text: string): ProxyAddress {
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy === undefined || !schemes.includes(proxy.protocol) || proxy.hostname === '') {
    return {
      ok: false,
      problem: 'is no http, https or socks5 address (http://proxy.example:3128 would be one)',
    };
  }
  if (credentialsOf(proxy) === undefined) {
    return {
      ok: false,
      problem: 'has a "%" in its user name or password that stands for nothing; a plain one is written "%25"',
    };
  }
  return { ok: true, proxy };
}

/** The user name and password of a proxy as they are meant; `undefined` where they cannot be decoded. */
export function credentialsOf({
  username,
  password,
}: URL): { readonly user: string; readonly password: string } | undefined {
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

/** The proxy as it may be told. */
export function proxyName({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

/** The name or address of a host as a socket takes it: an URL has brackets around one of IPv6. */
export function plainHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
