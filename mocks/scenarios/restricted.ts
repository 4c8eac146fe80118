import { demo } from './demo/demo.ts';
import type { Scenario } from './scenario.ts';

export const restricted: Scenario = {
  ...demo,
  title: 'Restricted',
  description:
    'The demo for somebody who may work in one namespace and read little: Deployments one namespace at a time, and no namespaces, nodes, Pods, ConfigMaps, attachments and IP pools at all.',
  forbidden: [
    'across:deployments',
    'namespaces',
    'nodes',
    'pods',
    'configmaps',
    'network-attachment-definitions',
    'spiderippools',
  ],
};
