import { type WorkCalendar, workCalendar } from '../../kernel/calendar.js';
import type { CalendarDate } from '../../kernel/date.js';
import type { CommandContext, Sql } from '../../platform/commands/index.js';
import { type LateRate, lateRate, type LegalRate } from '../interest/rules.js';
import type { ApplicationOrder } from '../payment/rules.js';
import type { PlanLine } from '../plan/rules.js';
import { isProtected, type Sides } from './rules/protection.js';
import type { Basis, LegalDays, TermLaw } from './rules.js';

/** What holds between the two for the debts of one invoice. */
export interface Conditions {
  readonly sides: Sides;
  readonly law: TermLaw;
  readonly basis: Basis;
  readonly termDays: number | null;
  readonly termReason: string | null;
  readonly restDaysMove: boolean;
  readonly bills: boolean;
  readonly plan: readonly PlanLine[];
  readonly order: ApplicationOrder;
  readonly rate: LateRate;
}

interface Found {
  readonly sides: Sides;
  readonly basis: Basis | null;
  readonly termDays: number | null;
  readonly termReason: string | null;
  readonly restDaysMove: boolean | null;
  readonly bills: boolean | null;
  readonly order: ApplicationOrder | null;
  readonly agreed: string | null;
  readonly lpr: string | null;
  readonly yearDays: 360 | 365 | null;
  readonly voidClause: boolean | null;
  readonly plan: readonly PlanLine[] | null;
  readonly limits: readonly { readonly code: string; readonly value: string; readonly source: string }[] | null;
  readonly sector: LegalDays | null;
}

// The agreement says who the two were when they signed; without one they are who they are now. The rows of the law are those of the
// day of the contract, the daily rate is that of today: lateness, not the contract, is what it is about.
const CONDITIONS = `
  with deal as (
    select i.buyer_id, i.supplier_id, a.*, coalesce(a.signed_on, (select min(o.issued_on) from app.orders o where o.id = any($2::uuid[])), i.issued_on) as contract_on
    from app.invoice i left join lateral (
      select t.id as agreement_id, t.signed_on, t.buyer_class, t.buyer_ownership, t.supplier_class, t.sme_declared, t.term_basis, t.term_days, t.term_reason,
        t.rest_days_move, t.instruments, t.application_order, t.late_rate, t.lpr_at_signing, t.interest_basis, t.third_party_clause_void, t.sector
      from app.trade_agreement t where t.id = i.agreement_id) a on true
    where i.id = $1
  )
  select jsonb_build_object('buyerClass', coalesce(d.buyer_class, b.size_class), 'buyerOwnership', coalesce(d.buyer_ownership, b.ownership),
      'supplierClass', coalesce(d.supplier_class, s.size_class), 'smeDeclared', d.sme_declared) as sides,
    d.term_basis as basis, d.term_days as "termDays", d.term_reason as "termReason", d.rest_days_move as "restDaysMove",
    d.instruments && array['BILL', 'VOUCHER'] as bills, d.application_order as "order", d.late_rate::text as agreed, d.lpr_at_signing::text as lpr,
    case d.interest_basis when 'ACT_360' then 360 else 365 end as "yearDays", d.third_party_clause_void as "voidClause",
    (select jsonb_agg(jsonb_build_object('kind', l.kind, 'share', l.share::text, 'runsFrom', l.runs_from, 'days', l.days) order by l.position)
      from app.payment_plan_line l where l.agreement_id = d.agreement_id) as plan,
    (select jsonb_agg(jsonb_build_object('code', l.code, 'value', l.value::text, 'source', l.source)) from app.legal_limit l
      where case l.code when 'LATE_RATE_DAILY' then $3::date else d.contract_on end between l.valid_from and coalesce(l.valid_to, 'infinity')) as limits,
    (select jsonb_build_object('days', t.days, 'source', t.source) from app.sector_term t
      where t.sector = d.sector and d.contract_on between t.valid_from and coalesce(t.valid_to, 'infinity')) as sector
  from deal d join app.organisation b on b.id = d.buyer_id join app.organisation s on s.id = d.supplier_id`;

const toConditions = (found: Found): Conditions => {
  const limit = (code: string): LegalRate | null => found.limits?.find((row) => row.code === code) ?? null;
  const days = (code: string): LegalDays | undefined => {
    const row = limit(code);
    return row ? { days: Number(row.value), source: row.source } : undefined;
  };
  const law = { publicBody: days('PUBLIC_BODY_TERM'), publicBodyCap: days('PUBLIC_BODY_TERM_CAP'), largeBuyer: days('LARGE_BUYER_TERM') };
  const lpr = limit('LPR_1Y');
  return {
    sides: found.sides,
    law: withoutMissing({ ...law, sector: found.sector ?? undefined }),
    basis: found.basis ?? 'DELIVERY',
    termDays: found.termDays,
    termReason: found.termReason,
    restDaysMove: found.restDaysMove ?? true,
    bills: found.bills ?? false,
    plan: found.plan ?? [],
    order: found.order ?? 'CIVIL_CODE_561',
    rate: lateRate({
      agreed: found.agreed,
      lpr: found.lpr === null || lpr === null ? lpr : { value: found.lpr, source: lpr.source },
      statutoryDaily: limit('LATE_RATE_DAILY'),
      protected: isProtected(found.sides),
      voidClause: found.voidClause ?? false,
      basis: found.yearDays ?? 365,
    }),
  };
};

const withoutMissing = (law: { readonly [Name in keyof TermLaw]: TermLaw[Name] | undefined }): TermLaw =>
  Object.fromEntries(Object.entries(law).filter(([, value]) => value !== undefined)) as TermLaw;

/** Agreement, law and rate for an invoice; `orderIds` date the contract where no agreement does. */
export const conditionsOf = async (ctx: CommandContext, invoiceId: string, orderIds: readonly string[]): Promise<Conditions> => {
  const [found] = await ctx.sql<Found>(CONDITIONS, [invoiceId, orderIds, ctx.businessDate]);
  if (found === undefined) throw new Error('an invoice has its parties');
  return toConditions(found);
};

/** The calendar as it is published now. */
export const calendarNow = async (sql: Sql): Promise<WorkCalendar> => {
  const [found] = await sql<{ days: { day: CalendarDate; kind: string }[] | null; years: number[] | null }>(
    `select (select jsonb_agg(jsonb_build_object('day', c.day, 'kind', c.kind)) from app.work_calendar c) as days,
       (select jsonb_agg(y.year) from app.work_calendar_year y) as years`,
  );
  return workCalendar(found?.days ?? [], found?.years ?? []);
};
