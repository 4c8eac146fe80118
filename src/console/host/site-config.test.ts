import { describe, expect, it } from 'vitest';
import { readSiteConfig, siteText } from './site-config.ts';

describe('readSiteConfig', () => {
  it('reads clusters with texts for all languages or one for each', () => {
    const config = readSiteConfig({
      signIn: 'any-token',
      clusters: [
        { name: 'demo', title: 'Demo', description: { 'en-US': 'two zones', 'zh-CN': '两个可用区' } },
        { name: 'bare' },
      ],
    });
    expect(config.signIn).toBe('any-token');
    expect(config.clusters.map(({ title }) => siteText(title, 'zh-CN'))).toEqual(['Demo', 'bare']);
    expect(config.clusters.map(({ description }) => siteText(description, 'zh-CN'))).toEqual([
      '两个可用区',
      '',
    ]);
    expect(config.clusters.map(({ description }) => siteText(description, 'en-US'))).toEqual([
      'two zones',
      '',
    ]);
  });

  it('asks for a token when it does not say how to sign in', () => {
    expect(readSiteConfig({ clusters: [] }).signIn).toBe('token');
  });

  it.each([
    [undefined, 'clusters must be a list'],
    [[], 'clusters must be a list'],
    [{ clusters: {} }, 'clusters must be a list'],
    [{ clusters: [], signIn: 'open' }, 'signIn must be token, any-token or none'],
    [{ clusters: [{ name: 'a' }, null] }, 'clusters[1].name must be a text'],
    [{ clusters: [{ name: '' }] }, 'clusters[0].name must be a text'],
    [{ clusters: [{ name: 'a', title: 7 }] }, 'clusters[0].title must be a text'],
    [{ clusters: [{ name: 'a', description: { 'en-US': 'only' } }] }, 'clusters[0].description must be'],
  ])('refuses %j and says why', (body, words) => {
    expect(() => readSiteConfig(body)).toThrow(words);
  });
});
