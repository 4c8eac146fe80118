import type { Locale } from '../../host/host.ts';

/** What a deployment of the console says of itself, in `/podnic.json`. */
export interface SiteConfig {
  readonly clusters: readonly SiteCluster[];
  readonly signIn: SignIn;
}

/**
 * `token`: people sign in with a Kubernetes token. `any-token`: the same against simulated clusters, which take any.
 * `none`: whoever reaches the console is signed in already, by the proxy before it.
 */
export type SignIn = 'token' | 'any-token' | 'none';

export interface SiteCluster {
  readonly name: string;
  readonly title: SiteText;
  readonly description: SiteText;
}

/** One text for all languages, or one for each. */
export type SiteText = string | Readonly<Record<Locale, string>>;

export function siteText(text: SiteText, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** Where the console asks for its configuration, relative to its base. */
export const siteConfigFile = 'podnic.json';

/**
 * Reads the configuration.
 *
 * @throws {Error} with words for the person who installed the console.
 */
export async function loadSiteConfig(base: string): Promise<SiteConfig> {
  const response = await fetch(`${base}${siteConfigFile}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${siteConfigFile}: ${response.status} ${response.statusText}`);
  const body: unknown = await response.json().catch(() => {
    throw new Error(`${siteConfigFile} is not JSON`);
  });
  return readSiteConfig(body);
}

/** @throws {Error} that names what is wrong in it. */
export function readSiteConfig(body: unknown): SiteConfig {
  const { clusters, signIn = 'token' } = (body ?? {}) as { clusters?: unknown; signIn?: unknown };
  if (!Array.isArray(clusters)) throw new Error(`${siteConfigFile}: clusters must be a list`);
  if (signIn !== 'token' && signIn !== 'any-token' && signIn !== 'none') {
    throw new Error(`${siteConfigFile}: signIn must be token, any-token or none`);
  }
  return { signIn, clusters: clusters.map(readCluster) };
}

function readCluster(value: unknown, index: number): SiteCluster {
  const { name, title, description = '' } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || name === '') {
    throw new Error(`${siteConfigFile}: clusters[${index}].name must be a text`);
  }
  return {
    name,
    title: readText(title ?? name, `clusters[${index}].title`),
    description: readText(description, `clusters[${index}].description`),
  };
}

function readText(value: unknown, where: string): SiteText {
  if (typeof value === 'string') return value;
  const { 'en-US': en, 'zh-CN': zh } = (value ?? {}) as Record<string, unknown>;
  if (typeof en === 'string' && typeof zh === 'string') return { 'en-US': en, 'zh-CN': zh };
  throw new Error(`${siteConfigFile}: ${where} must be a text, or one for en-US and one for zh-CN`);
}
