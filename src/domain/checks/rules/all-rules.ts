import type { CheckCode } from '../finding-code.ts';
import { addressSourceRules } from './address-source-rules.ts';
import { attachmentRules } from './attachment-rules.ts';
import { basicsRules } from './basics-rules.ts';
import { capacityRules } from './capacity-rules.ts';
import { containerRules } from './container-rules.ts';
import { dnsRules, upgradeRules } from './dns-and-upgrade-rules.ts';
import { eligibilityRules } from './eligibility-rules.ts';
import { environmentAndProbeRules } from './environment-and-probe-rules.ts';
import { metadataRules } from './metadata-rules.ts';
import { nicAddressRules } from './nic-address-rules.ts';
import { nicRules } from './nic-rules.ts';
import { nodeRules } from './node-rules.ts';
import { routeRules } from './route-rules.ts';
import type { Rule } from './rule-table.ts';
import { serviceRules } from './service-rules.ts';

/** Every rule of the catalogue: a code without a case is a compile error. */
export const rules: Readonly<Record<CheckCode, Rule>> = {
  ...basicsRules,
  ...containerRules,
  ...environmentAndProbeRules,
  ...serviceRules,
  ...metadataRules,
  ...dnsRules,
  ...upgradeRules,
  ...addressSourceRules,
  ...nicRules,
  ...attachmentRules,
  ...eligibilityRules,
  ...nodeRules,
  ...nicAddressRules,
  ...routeRules,
  ...capacityRules,
};
