/**
 * The public face of the plugin for a page whose own React is 19: `react` and `react-dom` come from the page, and the
 * screens are components. Everything else is as in `podnic.js`.
 */
import type { ReactNode } from 'react';
import type { Host } from '../host/host.ts';
import { Area } from './Area.tsx';
import type { NicStepProps } from './nic-step-props.ts';
import { LazyBoundNicStep, LazyCreateDeploymentPage } from './lazy-pages.ts';
import { PluginPages } from './PluginPages.tsx';
import { PodnicRoot } from './PodnicRoot.tsx';
import { stylesheetBeside } from './stylesheet.ts';

export {
  fromNetworkDraft,
  mount,
  mountCreateDeployment,
  mountNicStep,
  newNetwork,
  paths,
  toNetworkDraft,
} from './podnic.tsx';
export type * from './podnic.tsx';

const stylesheet = stylesheetBeside(import.meta.url);

function Root({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  return (
    <div>
      <link rel="stylesheet" href={stylesheet} nonce={host.cspNonce} />
      <PodnicRoot host={host}>
        <Area>{children}</Area>
      </PodnicRoot>
    </div>
  );
}

/** All pages of the plugin; which one is shown follows `host.nav`. */
export function Podnic({ host }: { readonly host: Host }) {
  return (
    <Root host={host}>
      <PluginPages />
    </Root>
  );
}

/** The form alone. */
export function CreateDeployment({ host, cluster }: { readonly host: Host; readonly cluster: string }) {
  return (
    <Root host={host}>
      <LazyCreateDeploymentPage cluster={cluster} />
    </Root>
  );
}

export interface NicStepFieldProps extends NicStepProps {
  readonly host: Host;
}

/**
 * The NIC step as a field of somebody else's form. With React Hook Form:
 *
 * ```tsx
 * <Controller
 *   name="network"
 *   defaultValue={newNetwork()}
 *   control={control}
 *   rules={{ validate: () => errors === 0 }}
 *   render={({ field }) => (
 *     <NicStepField
 *       host={host}
 *       cluster="demo"
 *       value={field.value}
 *       onChange={field.onChange}
 *       workload={{ name, namespace, replicas }}
 *       onFindings={setFindings}
 *     />
 *   )}
 * />
 * ```
 *
 * On submit, `fromNetworkDraft(network)` gives the annotations of the Pod template, and `network.deviceResources` the
 * extended resources that its first container asks for.
 */
export function NicStepField({ host, ...props }: NicStepFieldProps) {
  return (
    <Root host={host}>
      <LazyBoundNicStep {...props} />
    </Root>
  );
}
