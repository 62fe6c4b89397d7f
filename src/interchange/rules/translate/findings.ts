import type { Refusal } from '../../../kernel/refusal.js';
import type { KindedDocument } from '../document/index.js';
import { ruleOf } from '../peppol.js';
import type { FindingCode } from './codes.js';

// All that a person would read of one document; a hostile one must not earn a longer answer than it is.
const MOST = 200;

/** What stands out while a document is read: what stops it, and what only a person should know. */
export class Findings {
  readonly refusals: Refusal<FindingCode>[] = [];
  readonly warnings: Refusal<FindingCode>[] = [];

  constructor(private readonly kinded: KindedDocument) {}

  /** An essential fact is missing or cannot be. */
  refuse(code: FindingCode, field: readonly string[], params: Readonly<Record<string, string>> = {}): void {
    if (this.refusals.length < MOST) this.refusals.push(this.finding(code, field, params));
  }

  warn(code: FindingCode, field: readonly string[], params: Readonly<Record<string, string>> = {}): void {
    if (this.warnings.length < MOST) this.warnings.push(this.finding(code, field, params));
  }

  /**
   * The value, or a refusal that it is missing and the empty text in its place.
   * @param rule the rule that asks for it, where it has one of its own
   */
  need(value: string | undefined, field: readonly string[], rule?: string): string {
    const tidy = value?.trim() ?? '';
    if (tidy === '') this.refuse('DOCUMENT_FACT_MISSING', field, rule === undefined ? {} : { rule });
    return tidy;
  }

  private finding(code: FindingCode, field: readonly string[], params: Readonly<Record<string, string>>): Refusal<FindingCode> {
    return {
      code,
      field,
      params: { path: field.join('/'), ...params, rule: params['rule'] ?? ruleOf(this.kinded, code, params['answer']) },
    };
  }
}
