/** Makes the browser stop listed addresses by itself. */
export interface Enforcement {
  /**
   * Compares what is in force with what should be, and mends it. To be called at every start of the background and after
   * every change of lists or policy. Calls that overlap run one after the other.
   *
   * @throws if the browser refuses; what was in force before stays
   */
  ensure(): Promise<void>;
  /** Writes what has changed since the base into the base, if there is enough of it. For a quiet moment. */
  compact(): Promise<void>;
  /** True if what should be in force is, on all sites. */
  inForce(): Promise<boolean>;
}
