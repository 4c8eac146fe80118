/**
 * The public face of the plugin with React inside, the module `podnic.js`: for pages of any framework. A page whose own
 * React is 19 can take the components of `podnic-react.js` instead.
 */
import type { Host } from '../host/host.ts';
import { Area } from './Area.tsx';
import type { NicStepProps } from './nic-step-props.ts';
import { LazyBoundNicStep, LazyCreateDeploymentPage } from './lazy-pages.ts';
import { mountContent } from './mount.tsx';
import type { Mounted } from './mounted.ts';
import { PluginPages } from './PluginPages.tsx';
import { PodnicRoot } from './PodnicRoot.tsx';
import { stylesheetBeside } from './stylesheet.ts';

export { fromNetworkDraft } from '../domain/spiderpool/write-network.ts';
export { toNetworkDraft } from '../domain/spiderpool/read-network.ts';
export { newNetwork } from '../domain/workload/new-draft.ts';
export { paths } from '../host/paths.ts';
export type { Finding } from '../domain/checks/finding.ts';
export type { NetworkDraft } from '../domain/workload/draft.ts';
export type {
  ClusterInfo,
  Host,
  KeyValueStorage,
  Locale,
  Navigation,
  ObjectReference,
  Source,
  ThemeMode,
} from '../host/host.ts';
export type { NicStepProps, NicStepWorkload } from './nic-step-props.ts';
export type { Mounted } from './mounted.ts';

const stylesheet = stylesheetBeside(import.meta.url);

/**
 * Puts all pages of the plugin into an element: the lists, the form, the page of a workload. Which one is shown follows
 * `host.nav`; `e2e/embed/page.js` has a complete example of a host.
 */
export function mount(element: HTMLElement, host: Host): Mounted {
  return mountContent(
    element,
    host,
    (now) => (
      <PodnicRoot host={now}>
        <PluginPages />
      </PodnicRoot>
    ),
    stylesheet,
  );
}

/**
 * Puts the form alone into an element. Its steps are kept in the search of `host.nav`; when the workload is created it
 * pushes the path of its page, which the host shows as it likes.
 */
export function mountCreateDeployment(element: HTMLElement, host: Host, cluster: string): Mounted {
  return mountContent(
    element,
    host,
    (now) => (
      <PodnicRoot host={now}>
        <Area>
          <LazyCreateDeploymentPage cluster={cluster} />
        </Area>
      </PodnicRoot>
    ),
    stylesheet,
  );
}

export interface MountedNicStep extends Mounted {
  /** Gives the step other properties. It is controlled: a change is on the page only after it came back as `value`. */
  setProps(props: NicStepProps): void;
}

/** Puts the NIC step alone into an element of somebody else's form. */
export function mountNicStep(element: HTMLElement, host: Host, props: NicStepProps): MountedNicStep {
  let current = props;
  const mounted = mountContent(
    element,
    host,
    (now) => (
      <PodnicRoot host={now}>
        <Area>
          <LazyBoundNicStep {...current} />
        </Area>
      </PodnicRoot>
    ),
    stylesheet,
  );
  return {
    ...mounted,
    setProps(next) {
      current = next;
      mounted.update({});
    },
  };
}
