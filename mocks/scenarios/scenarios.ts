import { autoPoolOff } from './auto-pool-off.ts';
import { crowded } from './crowded/crowded.ts';
import { demo } from './demo/demo.ts';
import { empty } from './empty.ts';
import { hostile } from './hostile/hostile.ts';
import { ipv4Only } from './ipv4-only.ts';
import { noSpiderpool } from './no-spiderpool.ts';
import { rdma } from './rdma.ts';
import { restricted } from './restricted.ts';
import type { Scenario, ScenarioName } from './scenario.ts';
import { underlayEth0 } from './underlay-eth0.ts';

/** Every content that a simulated cluster can have, by the name given to `--scenario`. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  demo,
  'ipv4-only': ipv4Only,
  'underlay-eth0': underlayEth0,
  'no-spiderpool': noSpiderpool,
  'auto-pool-off': autoPoolOff,
  empty,
  hostile,
  restricted,
  crowded,
  rdma,
};
