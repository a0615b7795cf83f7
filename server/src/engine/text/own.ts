/** A copy of a text that does not hold on to the longer one it was cut from. */
export const own = (text: string): string => ` ${text}`.slice(1);
