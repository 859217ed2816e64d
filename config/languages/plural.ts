/** The forms of one sentence by how many it speaks of; what a language does not distinguish is left out. */
export type Plurals = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The form of a sentence for a number, by the rules of the language; `#` in it stands for the number. */
export function plural(language: string, count: number, forms: Plurals): string {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return (forms[known.select(count)] ?? forms.other).replace('#', String(count));
}
