/** A Vietnamese syllable without its marks: onset, vowels, coda. */
const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?(?:a[iouy]?|e[ou]?|i|ia|ieu?|iu|o|o[aeo][ioy]?|oi|u|u[aou][iuy]?|ue|u[iu]|uy[aeu]?|y|yeu?)(?:ch?|m|n|ng|nh|p|t)?$/;

/** Whether a folded word may be a Vietnamese one. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}
