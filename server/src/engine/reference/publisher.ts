import { fold } from '../text/fold.ts';

/** What an attribution calls a publisher that is no subject: 'Epoch AI' is `epoch-ai`. */
export const idOfPublisher = (name: string): string =>
  fold(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
