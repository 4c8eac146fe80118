import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInRoot } from '../ui/test-root.tsx';
import type { StoredDeployment } from './stored-deployment.ts';
import { YamlTab } from './YamlTab.tsx';

it('says what the object is, although the items of a list do not', () => {
  const object = { metadata: { name: 'web', uid: '1', resourceVersion: '1' } } as StoredDeployment;
  renderInRoot(<YamlTab object={object} />);
  expect(screen.getByRole('region', { name: 'YAML of web' })).toHaveTextContent(
    /^Copy ?apiVersion: apps\/v1 kind: Deployment metadata: name: web/,
  );
});
