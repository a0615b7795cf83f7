/** What a number line lies on: a page with our style sheet, a light or a dark theme, or anything at all. */
export type Surface = 'any' | 'light' | 'dark' | 'page';

export interface Palette {
  /** Drawn behind everything; null leaves the ground as it is. */
  readonly panel: string | null;
  readonly ink: string;
  readonly rule: string;
  readonly claim: string;
  readonly source: string;
  readonly superseded: string;
}

/** On white: 15, 4.5, 9.4, 8.0 and 7.0 to 1. Shapes differ too, so that colour carries nothing alone. */
const LIGHT: Palette = {
  panel: null,
  ink: '#1f2328',
  rule: '#767676',
  claim: '#8a1c1c',
  source: '#0a4f96',
  superseded: '#595959',
};

/** On black and on the dark greys and blues of themes: 4.5 to 1 or more up to #303030. */
const DARK: Palette = {
  panel: null,
  ink: '#f0f0f0',
  rule: '#9d9d9d',
  claim: '#ff9d8f',
  source: '#79c0ff',
  superseded: '#c4c4c4',
};

/** `any` brings its own white panel, for editors that do not say what their theme is; `page` is dark where its style sheet says. */
export const PALETTES: Readonly<Record<Surface, Palette>> = {
  any: { ...LIGHT, panel: '#ffffff' },
  light: LIGHT,
  dark: DARK,
  page: {
    panel: null,
    ink: 'currentColor',
    rule: 'currentColor',
    claim: `var(--ballpark-claim, ${LIGHT.claim})`,
    source: `var(--ballpark-source, ${LIGHT.source})`,
    superseded: `var(--ballpark-superseded, ${LIGHT.superseded})`,
  },
};
