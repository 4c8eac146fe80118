import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderInRoot } from '../ui/test-root.tsx';
import type { StoredDeployment } from './stored-deployment.ts';
import { YamlTab } from './YamlTab.tsx';

const metadata = { name: 'web', uid: '1', resourceVersion: '1' };

function show(object: object) {
  renderInRoot(<YamlTab cluster="demo" object={{ metadata, ...object } as unknown as StoredDeployment} />);
  return [...screen.getByRole('region', { name: 'YAML of web' }).querySelectorAll('code')];
}

describe('the YAML of a Deployment', () => {
  it('says what the object is, although the items of a list do not', () => {
    const [apiVersion, kind] = show({}).map((line) => line.textContent);
    expect([apiVersion, kind]).toEqual(['apiVersion: apps/v1', 'kind: Deployment']);
  });

  it('is copied whole, with what no form shows', async () => {
    const user = userEvent.setup();
    const status = { replicas: 3, conditions: [{ type: 'Available', status: 'True' }] };
    show({ spec: { paused: true, template: {} }, status });
    await user.click(screen.getByRole('button', { name: /^Copy/ }));
    expect(parse(await navigator.clipboard.readText())).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { paused: true, template: {} },
      status,
    });
  });

  it('says of each line which NICs it is about', () => {
    const annotations = {
      'k8s.v1.cni.cncf.io/networks': 'kube-system/a,kube-system/b',
      'ipam.spidernet.io/ippools': '[{"interface":"net1","ipv4":["p"]},{"interface":"net2","ipv4":["q"]}]',
    };
    const lines = show({ spec: { template: { metadata: { annotations } } } });
    const owned = lines.filter((line) => line.parentElement?.hasAttribute('data-owned'));
    expect(owned).toHaveLength(2);
    for (const line of owned) expect(line.textContent).toContain('net1 net2');
  });
});
