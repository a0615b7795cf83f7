/** Words around claims: metric cues, role nouns, attribution, modality, relations, times. */
// biome-ignore lint/suspicious/noEmptyInterface: the room `claim/` defines it with its first pack
export interface ClaimWords {}
