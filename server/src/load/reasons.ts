/** Why a claim is flagged, in the order in which the first that needs repair is told. */
export const REASONS = [
  'wrong_subject',
  'wrong_metric',
  'wrong_scope',
  'wrong_relation',
  'wrong_period',
  'wrong_magnitude',
  'wrong_currency',
  'wrong_unit',
  'wrong_value',
] as const;
