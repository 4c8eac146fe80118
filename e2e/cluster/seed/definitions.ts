import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { pathOf } from '../api/resources.ts';
import { until } from '../run/program.ts';

const DEFINITIONS = 'apiextensions.k8s.io/v1/customresourcedefinitions';
/** The chart also brings those of an operator for SR-IOV, which nothing here runs. */
const WANTED = /^(spiderpool\.spidernet\.io|k8s\.cni\.cncf\.io)_/;

/**
 * The block of Pod addresses, as Calico's own resource tells it: Spiderpool's controller asks for it where a node's CNI
 * configuration is Calico's. Only its name and version matter.
 */
const calicoBlocks: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'ippools.crd.projectcalico.org' } as KubeObject['metadata'],
  spec: {
    group: 'crd.projectcalico.org',
    names: { kind: 'IPPool', listKind: 'IPPoolList', plural: 'ippools', singular: 'ippool' },
    scope: 'Cluster',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
          },
        },
      },
    ],
  },
};

/**
 * Installs the definitions of Spiderpool and Multus, and waits until their resources are served.
 * @param folder the YAML files of Spiderpool's chart
 */
export async function installDefinitions(client: ApiClient, folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => WANTED.test(name));
  const objects = files.flatMap((name) =>
    parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map(
      (document) => document.toJS() as KubeObject | null,
    ),
  );
  const definitions = [...objects.filter((object) => object !== null), calicoBlocks];
  for (const definition of definitions) await client.post(pathOf(DEFINITIONS), definition);
  for (const { metadata } of definitions) {
    await until({
      what: `${metadata.name} is established`,
      test: async () => isEstablished(await client.get(pathOf(DEFINITIONS, undefined, metadata.name))),
      within: 60_000,
    });
  }
}

function isEstablished(definition: unknown): boolean {
  const { status } = definition as { status?: { conditions?: { type: string; status: string }[] } };
  return (status?.conditions ?? []).some(({ type, status }) => type === 'Established' && status === 'True');
}
