import { useEffect, useState } from "preact/hooks";
import type { Address } from "../core/host/address.ts";

/**
 * The registrable domain of an address; null where it has none, and until the Public Suffix List is there. That list is
 * three quarters of a page's code, so it is loaded after the first paint.
 */
export function useRegisteredDomain({ host, kind }: Address): string | null {
  const [found, setFound] = useState<{ host: string; domain: string | null } | null>(null);
  useEffect(() => {
    if (kind !== "domain") return;
    let wanted = true;
    import("../core/host/domain.ts").then(({ registrableDomain }) => {
      if (wanted) setFound({ host, domain: registrableDomain(host) });
    });
    return () => {
      wanted = false;
    };
  }, [host, kind]);
  return found?.host === host ? found.domain : null;
}
