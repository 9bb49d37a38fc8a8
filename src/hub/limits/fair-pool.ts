/** Shares of something scarce, such as connections, split fairly among clients. */
export interface FairPool {
  /**
   * Takes a share. It is always granted: when the pool or the client's part of it overflows, the client that holds
   * the most loses its oldest share.
   *
   * @param client see clientKey
   * @param revoke called if the share must make room; it is already returned then
   * @returns returns the share; harmless when called again or after revoke
   */
  take(client: string, amount: number, revoke: () => void): () => void;
}

export interface PoolSize {
  /** All shares together. */
  total: number;
  /** Shares of one client together. */
  perClient: number;
}

interface Share {
  amount: number;
  revoke: () => void;
}

interface Holder {
  held: number;
  /** Oldest first. */
  shares: Set<Share>;
}

/**
 * A pool that attackers can't close to others: refusing newcomers would hand the hub to whoever came first and stays.
 * Among clients that hold the same, the one seen first loses.
 */
export function fairPool({ total, perClient }: PoolSize): FairPool {
  const holders = new Map<string, Holder>();
  let held = 0;

  function remove(client: string, share: Share): boolean {
    const holder = holders.get(client);
    if (!holder?.shares.delete(share)) return false;
    holder.held -= share.amount;
    held -= share.amount;
    if (holder.shares.size === 0) holders.delete(client);
    return true;
  }

  /** Revokes the client's oldest share. @returns false if it holds nothing but the share to keep */
  function revokeOldest(client: string, kept: Share): boolean {
    for (const share of holders.get(client)?.shares ?? []) {
      if (share === kept) continue;
      remove(client, share);
      share.revoke();
      return true;
    }
    return false;
  }

  /** The client that holds the most without the share to keep. */
  function greediest(client: string, kept: Share): string | null {
    let found: string | null = null;
    let most = 0;
    for (const [key, holder] of holders) {
      const amount = holder.held - (key === client ? kept.amount : 0);
      if (amount > most) {
        most = amount;
        found = key;
      }
    }
    return found;
  }

  return {
    take(client, amount, revoke) {
      const share: Share = { amount, revoke };
      const holder = holders.get(client) ?? { held: 0, shares: new Set() };
      holders.set(client, holder);
      holder.shares.add(share);
      holder.held += amount;
      held += amount;
      while (holder.held > perClient && revokeOldest(client, share));
      while (held > total) {
        const loser = greediest(client, share);
        if (loser === null || !revokeOldest(loser, share)) break;
      }
      return () => {
        remove(client, share);
      };
    },
  };
}
