/** Lines of the state for those in danger: nobody can own them, and what comes of a report on them helps nobody. */
export function isEmergencyNumber(number: string): boolean {
  return /^11[2-5]$/.test(number);
}
