import type { World } from '../engine/index.ts';
import { loadBuiltin } from './packed.ts';
import { loadTagger, withTagger } from './tagger.ts';

/** Knowledge that is ready before its tagger is. */
export interface LateWorld {
  /** What there is now. Until the tagger is there it holds claims back that the tagger could clear. */
  readonly now: () => Promise<World>;
  /** With its tagger, which is loaded when this is first called. */
  readonly whole: () => Promise<World>;
}

/** The built-in knowledge, unpacked when it is first asked for. */
export function lateWorld(packed: string): LateWorld {
  let plain: World | null = null;
  let now: World | null = null;
  let whole: Promise<World> | null = null;
  const unpacked = (): World => {
    plain ??= loadBuiltin(packed);
    return plain;
  };
  return {
    now: async () => {
      now ??= withTagger(unpacked(), 'awaited');
      return now;
    },
    whole: () => {
      whole ??= loadTagger().then((tagger) => {
        now = withTagger(unpacked(), tagger);
        return now;
      });
      return whole;
    },
  };
}
