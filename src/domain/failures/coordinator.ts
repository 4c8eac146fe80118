import type { FailureRule } from './failure.ts';

/** Spiderpool's coordinator plugin, which runs after the main plugin of a NIC. */
export const coordinatorRules: readonly FailureRule[] = [
  /** 14. The cluster's own networks are not known yet. `cmd/coordinator`, `GetCoordinatorConfig`. */
  {
    cause: 'coordinatorNotReady',
    pattern: /getCoordinatorConfigFailure|GetCoordinatorConfig|coordinator config not found/,
  },
  /** 15. The NIC of the default route is added later, or never (domain reference 1.9). `tunePodRoutes`. */
  {
    cause: 'defaultRouteNic',
    pattern: /podDefaultRouteNIC: (?<nic>\S+) don't exist in pod/,
  },
  /** 16. Overlay and underlay mixed in a way that the mode does not allow. `coordinatorModeAndFirstInvoke`. */
  {
    cause: 'coordinatorMode',
    pattern:
      /when creating interface (?<nic>\S+) in (?<mode>underlay|overlay) mode, it detects that the (?<detail>.*)$/s,
  },
  /** 18. Another device answers for the address. `pkg/networking/ipchecking`. */
  {
    cause: 'addressConflict',
    pattern:
      /pod's interface (?<nic>\S+) with an conflicting ip (?<address>[^\s,]+), \S+ is located at (?<mac>[^\s,;]+)/,
  },
  /** 19. Nobody answers for the gateway. `pkg/networking/gwconnection`. */
  { cause: 'gatewayUnreachable', pattern: /gateway (?<gateway>\S+) is unreachable/ },
];
