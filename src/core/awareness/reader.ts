import type { Policy } from "../policy/policy.ts";
import type { Cadence } from "./due.ts";
import type { Profile } from "./is-for.ts";

/** Who reads at this browser, and how often he is to hear from us. */
export interface Reader {
  profile: Profile;
  cadence: Cadence;
}

/** Of a person who has said nothing. */
export const UNKNOWN_READER: Reader = {
  profile: { audience: [], sector: null, province: null },
  cadence: { off: false, weekly: true, monthly: true, quarterly: true, quietHours: null },
};

/** The reader once an agency has had its say: what its policy sets goes before the person's own, part by part. */
export function readerUnder(policy: Policy, own: Reader): Reader {
  const { profile, cadence } = own;
  return {
    profile: {
      audience: policy.audience ?? profile.audience,
      sector: policy.sector ?? profile.sector,
      province: policy.province ?? profile.province,
    },
    cadence: {
      off: policy.cadence.off ?? cadence.off,
      weekly: policy.cadence.weekly ?? cadence.weekly,
      monthly: policy.cadence.monthly ?? cadence.monthly,
      quarterly: policy.cadence.quarterly ?? cadence.quarterly,
      quietHours: policy.cadence.quietHours ?? cadence.quietHours,
    },
  };
}
