import type { Reference } from './reference.ts';

/** The subject itself, a larger thing it is part of, or a variant of it. */
export type Kin = 'self' | 'parent' | 'child';

/** The subject with its larger things and its variants. */
export function kinOf(id: string, reference: Reference): { id: string; kin: Kin }[] {
  const out: { id: string; kin: Kin }[] = [{ id, kin: 'self' }];
  let step = reference.subjects.get(id)?.parent ?? null;
  for (let depth = 0; step && depth < 4; depth++) {
    out.push({ id: step, kin: 'parent' });
    step = reference.subjects.get(step)?.parent ?? null;
  }
  const company = reference.subjects.get(id)?.kind === 'company';
  const down = (parent: string, depth: number): void => {
    for (const child of company ? [] : (reference.children.get(parent) ?? [])) {
      out.push({ id: child, kin: 'child' });
      if (depth < 3) down(child, depth + 1);
    }
  };
  down(id, 0);
  return out;
}

/** Models of a company, for what is said of 'the company' and published of its model. */
export function productsOf(company: string, reference: Reference): readonly string[] {
  return reference.subjects.get(company)?.kind === 'company' ? (reference.products.get(company) ?? []) : [];
}
